import { describeLaws } from "./describe-laws.ts";
import { telnyx } from "./shapes/telnyx.ts";

describeLaws(telnyx);
