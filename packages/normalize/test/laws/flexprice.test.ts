import { describeLaws } from "./describe-laws.ts";
import { flexprice } from "./shapes/flexprice.ts";

describeLaws(flexprice);
