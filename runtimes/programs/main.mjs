// For Node, Deno and Bun: the settings come from the environment, the outcome goes to stdout.
import { witness } from "./witness.mjs";

console.log(JSON.stringify(await witness(JSON.parse(process.env.WITNESS_SETTINGS))));
