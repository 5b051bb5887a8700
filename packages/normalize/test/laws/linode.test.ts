import { describeLaws } from "./describe-laws.ts";
import { linode } from "./shapes/linode.ts";

describeLaws(linode);
