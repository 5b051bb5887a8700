import { withoutAbsent } from "./balance-row.ts";

/** The members that are not undefined; undefined when there is none, so that no empty object stands in a snapshot. */
export function unlessEmpty<Fields extends object>(
  fields: Fields,
): { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> } | undefined {
  const present = withoutAbsent(fields);
  return Object.keys(present).length === 0 ? undefined : present;
}
