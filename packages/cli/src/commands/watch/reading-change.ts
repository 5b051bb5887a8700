import { amountFields, subtractDecimal, type AmountField, type Decimal } from "@openbalance/normalize";
import { accountLabel } from "../../config/account-label.ts";
import type { Reading } from "../../readings/reading.ts";
import { rowName } from "../../output/row-name.ts";

/** One amount that is not what it was. */
export interface ReadingChange {
  readonly reading: Reading;
  readonly field: AmountField;
  /** Absent: it was not stated, or not read before. */
  readonly from?: Decimal;
  /** Absent: it is no longer stated. */
  readonly to?: Decimal;
}

/** What differs between two readings of an account, in the order of the newer one. */
export function changesBetween(
  before: readonly Reading[],
  after: readonly Reading[],
): readonly ReadingChange[] {
  const earlier = new Map(before.map((reading) => [keyOf(reading), reading]));
  const later = new Set(after.map(keyOf));
  const gone = before
    .filter((reading) => !later.has(keyOf(reading)))
    .flatMap((reading) => fieldChanges(reading, reading.amounts, {}));
  return [
    ...after.flatMap((reading) =>
      fieldChanges(reading, earlier.get(keyOf(reading))?.amounts ?? {}, reading.amounts),
    ),
    ...gone,
  ];
}

function keyOf({ asset, pool, row = 1 }: Reading): string {
  return JSON.stringify([asset, pool, row]);
}

function fieldChanges(
  reading: Reading,
  before: Reading["amounts"],
  after: Reading["amounts"],
): readonly ReadingChange[] {
  return amountFields.flatMap((field) => {
    const from = before[field];
    const to = after[field];
    if (from === to) return [];
    return [{ reading, field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
}

/** A change in one line: `telnyx: USD available 400 -> 380.5 (-19.5)`. */
export function describeChange({ reading, field, from, to }: ReadingChange): string {
  const { vendor, account, asset, code = asset, pool } = reading;
  const place = `${accountLabel(vendor, account)}: ${rowName(code, pool)} ${field}`;
  if (to === undefined) return `${place} ${from} -> no longer stated`;
  if (from === undefined) return `${place} ${to}`;
  const difference = subtractDecimal(to, from);
  return `${place} ${from} -> ${to} (${difference.startsWith("-") ? "" : "+"}${difference})`;
}
