import { describeLaws } from "./describe-laws.ts";
import { vultr } from "./shapes/vultr.ts";

describeLaws(vultr);
