// Lets all that is loaded after it go through fetch itself: one that is not Node's own is called as it is.
import { fileURLToPath } from "node:url";

const { fetch } = globalThis;
globalThis.fetch = (input, init) => fetch(input, init);
// In the processes that a test starts as well.
process.env["NODE_OPTIONS"] = `--import=${fileURLToPath(import.meta.url)}`;
