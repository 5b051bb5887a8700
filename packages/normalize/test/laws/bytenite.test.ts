import { describeLaws } from "./describe-laws.ts";
import { bytenite } from "./shapes/bytenite.ts";

describeLaws(bytenite);
