import { describeLaws } from "./describe-laws.ts";
import { bitfront } from "./shapes/bitfront.ts";

describeLaws(bitfront);
