import { describeLaws } from "./describe-laws.ts";
import { vonage } from "./shapes/vonage.ts";

describeLaws(vonage);
