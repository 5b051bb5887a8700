import {
  amountFields,
  balanceKinds,
  parseDecimal,
  type AmountField,
  type BalanceKind,
  type BalanceReport,
  type Decimal,
} from "@openbalance/normalize";

export type Amounts = { readonly [Field in AmountField]?: Decimal };

/** What one account held of one asset, or of one pool of it, at one moment. */
export interface Reading {
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly vendor: string;
  readonly account: string;
  /** The asset's id. */
  readonly asset: string;
  readonly code?: string;
  /** The id of the pool. Absent: the balance stands in none. */
  readonly pool?: string;
  /** Absent: funds. */
  readonly kind?: Exclude<BalanceKind, "funds">;
  /** Which balance of this asset and pool, from 1, where the vendor lists several. Absent: the first. */
  readonly row?: number;
  readonly amounts: Amounts;
}

/** The readings of a report: one for every balance that was read. */
export function readingsOf({ results }: BalanceReport): readonly Reading[] {
  return results.flatMap((result) => {
    if (!result.ok) return [];
    const seen = new Map<string, number>();
    const { vendor, ref: account } = result.account;
    return result.snapshot.balances.map((balance): Reading => {
      const { id, code } = balance.asset;
      const pool = balance.pool?.id;
      const identity = JSON.stringify([id, pool]);
      const row = (seen.get(identity) ?? 0) + 1;
      seen.set(identity, row);
      const stated = amountFields.flatMap((field) => {
        const amount = balance[field];
        return amount === undefined ? [] : [[field, amount] as const];
      });
      return {
        at: result.snapshot.fetchedAt,
        vendor,
        account,
        asset: id,
        ...(code === undefined ? {} : { code }),
        ...(pool === undefined ? {} : { pool }),
        ...(balance.kind === "funds" ? {} : { kind: balance.kind }),
        ...(row === 1 ? {} : { row }),
        amounts: Object.fromEntries(stated),
      };
    });
  });
}

/** A reading and the moment of it, in milliseconds since the epoch. */
export interface TimedReading {
  readonly atMs: number;
  readonly reading: Reading;
}

/** A reading from a line of the store; undefined for anything else, such as a line that a crash cut off. */
export function parseReading(line: string): TimedReading | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isReading(value)) return undefined;
  return { atMs: Date.parse(value.at), reading: value };
}

/** Whether a value is a reading, as a store or a state holds it. */
export function isReading(value: unknown): value is Reading {
  if (typeof value !== "object" || value === null) return false;
  const reading = value as Partial<Record<keyof Reading, unknown>>;
  const { at, vendor, account, asset, code, pool, kind, row, amounts } = reading;
  return (
    typeof at === "string" &&
    typeof vendor === "string" &&
    typeof account === "string" &&
    typeof asset === "string" &&
    (code === undefined || typeof code === "string") &&
    (pool === undefined || typeof pool === "string") &&
    (kind === undefined || balanceKinds.some((known) => known === kind)) &&
    (row === undefined || typeof row === "number") &&
    !Number.isNaN(Date.parse(at)) &&
    areAmounts(amounts)
  );
}

function areAmounts(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  for (const amount of Object.values(value)) {
    if (typeof amount !== "string" || parseDecimal(amount) !== amount) return false;
  }
  return true;
}
