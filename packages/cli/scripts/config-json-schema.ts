import { toJsonSchema } from "@valibot/to-json-schema";
import { jsonConfigSchema } from "../src/config/config-schema.ts";

/** The JSON Schema of `openbalance.config.json`, made of what the command line checks it with. */
export function configJsonSchema(): string {
  // What a pattern cannot say (a duration above zero) is left to the command line.
  const schema = toJsonSchema(jsonConfigSchema, { ignoreActions: ["check"], typeMode: "input" });
  const title = "Configuration of openbalance";
  return `${JSON.stringify({ $schema: "http://json-schema.org/draft-07/schema#", title, ...schema, allowTrailingCommas: true }, undefined, 2)}\n`;
}
