import type { BalanceSnapshot } from "../../src/index.ts";
import { snapshotAmounts } from "./snapshot-amounts.ts";

/** Every reported amount by its place in the reply; a hold has to bear the name of its place. */
export function reportedOf(snapshot: BalanceSnapshot): readonly (readonly [path: string, amount: object])[] {
  return snapshotAmounts(snapshot).flatMap(({ field, value, pointer, provenance, row }) => {
    if (provenance?.kind === "derived") return [];
    const { path = "", text, precision } = provenance ?? {};
    const hold = /^\/holds\/(\d+)\/amount$/.exec(pointer)?.[1];
    const id = hold === undefined ? undefined : snapshot.balances[row]?.holds?.[Number(hold)]?.id;
    const isNamed = id === undefined || path.endsWith(`/${id.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    return [
      [path, isNamed && precision === "source" ? { field, value, text } : { field, value, id, precision }],
    ];
  });
}
