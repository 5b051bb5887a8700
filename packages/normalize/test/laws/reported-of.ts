import { isDeepStrictEqual } from "node:util";
import type { BalanceSnapshot } from "../../src/index.ts";
import { snapshotAmounts } from "./snapshot-amounts.ts";

interface PlacedAmount {
  readonly field: string;
}

/** Every reported amount by its place in the reply; one place may fill two fields of a row with the same amount. */
export function reportedOf(
  snapshot: BalanceSnapshot,
): readonly (readonly [path: string, amount: PlacedAmount])[] {
  const places: [path: string, amount: PlacedAmount][] = [];
  for (const [path, amount] of amountsByPlace(snapshot)) {
    const last = places.at(-1);
    const [row = "", name = ""] = amount.field.split(" ");
    const isSame =
      last?.[0] === path &&
      last[1].field.startsWith(`${row} `) &&
      isDeepStrictEqual({ ...last[1], field: "" }, { ...amount, field: "" });
    if (isSame) places.splice(-1, 1, [path, { ...amount, field: `${last[1].field} and ${name}` }]);
    else places.push([path, amount]);
  }
  return places;
}

/** A hold has to bear the name of its place. */
function amountsByPlace(
  snapshot: BalanceSnapshot,
): readonly (readonly [path: string, amount: PlacedAmount])[] {
  return snapshotAmounts(snapshot).flatMap(({ field, value, pointer, provenance, row }) => {
    if (provenance?.kind === "derived" || provenance?.kind === "documented") return [];
    const { path = "", text, precision } = provenance ?? {};
    const hold = /^\/holds\/(\d+)\/amount$/.exec(pointer)?.[1];
    const id = hold === undefined ? undefined : snapshot.balances[row]?.holds?.[Number(hold)]?.id;
    const isNamed = id === undefined || path.endsWith(`/${id.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    return [
      [path, isNamed && precision === "source" ? { field, value, text } : { field, value, id, precision }],
    ];
  });
}
