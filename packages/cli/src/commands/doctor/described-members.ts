import type { BalanceSnapshot } from "@openbalance/normalize";
import type { FieldTable } from "@openbalance/normalize/drift";
import { findVendor } from "../../config/vendor-variables.ts";

/** What the reply behind a snapshot is to look like. */
export interface DescribedReply {
  readonly fields: FieldTable;
  /** For instance `GET /balance`. */
  readonly operation: string;
}

/** The description of a snapshot's reply; undefined for a vendor of the user's own making. */
export async function describedReply(snapshot: BalanceSnapshot): Promise<DescribedReply | undefined> {
  const known = findVendor(snapshot.vendor);
  if (known === undefined) return undefined;
  const { fields } = await known.fields();
  const [only, ...others] = Object.keys(fields);
  const operation = known.balanceCall?.(snapshot) ?? (others.length === 0 ? only : undefined);
  if (operation === undefined || !Object.hasOwn(fields, operation)) {
    throw new TypeError(`which of the calls that ${known.vendor} describes gives the balance is not known`);
  }
  return { fields, operation };
}
