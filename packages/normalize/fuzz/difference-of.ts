import { isDeepStrictEqual } from "node:util";
import { isBalanceError } from "@openbalance/http";
import type { BalanceSnapshot } from "../src/index.ts";
import { recompute } from "../test/laws/recompute.ts";
import { reportedOf } from "../test/laws/reported-of.ts";
import { snapshotAmounts } from "../test/laws/snapshot-amounts.ts";
import type { ExpectedBalances, VendorShape } from "../test/laws/vendor-shape.ts";
import { readReference } from "./reference-json.ts";

/** What one body came to. */
export interface Verdict {
  /** How many amounts were read, all of them right; undefined when the body was refused, and rightly. */
  readonly amounts?: number;
  /** What the decoder did otherwise than the reference on the same body. */
  readonly difference?: string;
}

/** Holds the decoder against the reference: the same amounts to the last digit, or a typed error for both. */
export function judge(shape: VendorShape, text: string): Verdict {
  const root = readReference(text);
  const expected = root && shape.expect(root);
  let snapshot: BalanceSnapshot;
  try {
    snapshot = shape.decode({ status: 200, text, fetchedAt: "2026-11-22T00:00:00Z" });
  } catch (error) {
    if (!isBalanceError(error)) return { difference: `threw ${String(error)}` };
    return expected === undefined
      ? {}
      : { difference: `refused (${error.message}) what holds ${print(expected)}` };
  }
  if (expected === undefined) return { difference: "took for a balance what is none" };
  const difference = differenceOf(snapshot, expected);
  return difference === undefined ? { amounts: expected.reported.size } : { difference };
}

function differenceOf(snapshot: BalanceSnapshot, expected: ExpectedBalances): string | undefined {
  if (snapshot.balances.length !== expected.rows) {
    return `gave ${snapshot.balances.length} balances for ${expected.rows} rows`;
  }
  const reported = reportedOf(snapshot);
  const isSame =
    reported.length === expected.reported.size && isDeepStrictEqual(new Map(reported), expected.reported);
  if (!isSame) return `read ${JSON.stringify(reported)} where there is ${print(expected)}`;
  const derived = snapshotAmounts(snapshot).filter(({ provenance }) => provenance?.kind === "derived");
  if (
    !isDeepStrictEqual(
      derived.map(({ field }) => field),
      expected.derived,
    )
  )
    return "derived other amounts";
  const wrong = derived.find((amount) => recompute(amount, snapshot) !== amount.value);
  return wrong && `derived ${String(wrong.value)} for ${wrong.field}`;
}

function print({ reported }: ExpectedBalances): string {
  return JSON.stringify([...reported]);
}
