import { configError } from "../errors/balance-error.ts";
import { ownOptions } from "./own-options.ts";

/**
 * A copy of an object that a caller gave, or a `config` error that names it. A member that is
 * not known would go past the transport, or be lost.
 */
export function checkObject(
  vendor: string,
  what: string,
  value: unknown,
  known?: readonly string[],
): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw configError(vendor, `${what} must be an object`);
  }
  const unknown = known && Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw configError(vendor, `unknown option \`${unknown}\`; ${what} are ${known?.join(", ")}`);
  }
  // Checked to be an object, whose members may be anything.
  return ownOptions(value as Readonly<Record<string, unknown>>);
}
