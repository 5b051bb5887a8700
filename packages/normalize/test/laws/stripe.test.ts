import { describeLaws } from "./describe-laws.ts";
import { stripe } from "./shapes/stripe.ts";

describeLaws(stripe);
