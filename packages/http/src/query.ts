import { configError } from "./balance-error.ts";

/**
 * The query with its question mark, or nothing, as openapi-fetch writes one unless told otherwise: a list repeats its
 * name, an object stands as `name[member]`, what is null or undefined is left out.
 */
export function writeQuery(vendor: string, parameters: object): string {
  try {
    let query = "";
    for (const [name, value] of Object.entries(parameters)) {
      for (const pair of pairsOf(name, value)) if (pair !== "") query += `${query === "" ? "?" : "&"}${pair}`;
    }
    return query;
  } catch {
    throw configError(vendor, "the query parameters cannot be written into a URL");
  }
}

function pairsOf(name: string, value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [pairOf(name, value)];
  return Object.entries(value).map(([key, item]) =>
    pairOf(Array.isArray(value) ? name : `${name}[${key}]`, item),
  );
}

function pairOf(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (!["string", "number", "boolean", "bigint"].includes(typeof value))
    throw new TypeError("no plain value");
  // A bigint is written like a number, whatever the type says.
  return `${name}=${encodeURIComponent(value as string | number | boolean)}`;
}
