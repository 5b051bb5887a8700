import { describeLaws } from "./describe-laws.ts";
import { twilio } from "./shapes/twilio.ts";

describeLaws(twilio);
