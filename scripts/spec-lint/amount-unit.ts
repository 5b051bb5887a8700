import type { Tree } from "@openbalance/specs/read-document";

/** Words that an amount's name is made of. */
const AMOUNT =
  /balance|amount|credit|total|available|pending|locked|frozen|reserved|due|limit|threshold|deposit|spent|price|cost|rate|usage|quota|fee|charge|remaining/i;

/** Whether a member of a reply is an amount that does not say what it counts. */
export function lacksUnit(name: string, schema: Tree): boolean {
  const { type, format, enum: words, "x-unit": unit } = schema;
  if (typeof unit === "string" && unit !== "") return false;
  const types = new Set([type].flat());
  // A fraction is always of something; a text or a whole number is an amount by its name alone.
  if (types.has("number")) return true;
  if (!types.has("string") && !types.has("integer")) return false;
  return words === undefined && !isNoAmount(name, format) && AMOUNT.test(name);
}

function isNoAmount(name: string, format: unknown): boolean {
  return (
    format === "date" ||
    format === "date-time" ||
    /(_at|At|date|time|_id|Id|type|status|state|currency|name|unit)$/i.test(name)
  );
}
