import { describeLaws } from "./describe-laws.ts";
import { deepseek } from "./shapes/deepseek.ts";

describeLaws(deepseek);
