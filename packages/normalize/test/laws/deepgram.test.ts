import { describeLaws } from "./describe-laws.ts";
import { deepgram } from "./shapes/deepgram.ts";

describeLaws(deepgram);
