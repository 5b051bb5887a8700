// Writes the JSON Schema of the configuration for editors. `pnpm generate` runs it.
import { writeFile } from "node:fs/promises";
import { configJsonSchema } from "./config-json-schema.ts";

const target = new URL("../openbalance.config.schema.json", import.meta.url);
await writeFile(target, configJsonSchema());
console.log("openbalance.config.schema.json is written");
