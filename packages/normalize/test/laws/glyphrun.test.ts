import { describeLaws } from "./describe-laws.ts";
import { glyphrun } from "./shapes/glyphrun.ts";

describeLaws(glyphrun);
