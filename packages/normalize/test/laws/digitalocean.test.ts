import { describeLaws } from "./describe-laws.ts";
import { digitalocean } from "./shapes/digitalocean.ts";

describeLaws(digitalocean);
