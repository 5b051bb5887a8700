import { describeLaws } from "./describe-laws.ts";
import { moonshot } from "./shapes/moonshot.ts";

describeLaws(moonshot);
