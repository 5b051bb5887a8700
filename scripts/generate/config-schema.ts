import { configJsonSchema } from "@openbalance/cli/config-json-schema";
import { format } from "oxfmt";
import type { GeneratedFiles } from "./renew-files.ts";

/** The JSON Schema of the configuration, for editors. */
export async function configSchema(): Promise<GeneratedFiles> {
  const file = "packages/cli/openbalance.config.schema.json";
  const { code, errors } = await format(file, configJsonSchema(), { printWidth: 110 });
  if (errors[0] !== undefined) throw new Error(`${file} cannot be formatted: ${errors[0].message}`);
  return new Map([[file, code]]);
}
