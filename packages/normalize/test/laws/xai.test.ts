import { describeLaws } from "./describe-laws.ts";
import { xai } from "./shapes/xai.ts";

describeLaws(xai);
