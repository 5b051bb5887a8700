import { describeLaws } from "./describe-laws.ts";
import { openrouter } from "./shapes/openrouter.ts";

describeLaws(openrouter);
