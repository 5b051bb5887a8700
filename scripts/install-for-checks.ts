// Installs what the checks of `npm test` need of `runtimes/`; turbo runs it before the first of them.
import { installMembers } from "./install-on-demand.ts";

await installMembers(["api-reports", "circles", "deno", "node", "unused"]);
