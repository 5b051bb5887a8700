import type { BalanceSnapshot, BuiltInVendor } from "@openbalance/normalize";
import type { FieldTable } from "@openbalance/normalize/drift";
import { vendorFields } from "../generated/vendor-fields.ts";

/** The call that a balance came from, where the description of the vendor has several. */
const calls: { readonly [Vendor in BuiltInVendor]?: (snapshot: BalanceSnapshot) => string } = {
  bitfront: () => "GET /v1/account/balances",
  deepgram: () => "GET /v1/projects/{project_id}/balances",
  openrouter: ({ account }) => (account.scope === "key" ? "GET /key" : "GET /credits"),
};

/** What the reply behind a snapshot is to look like. */
export interface DescribedReply {
  readonly fields: FieldTable;
  /** For instance `GET /balance`. */
  readonly operation: string;
}

/** The description of a snapshot's reply; undefined for a vendor of the user's own making. */
export async function describedReply(snapshot: BalanceSnapshot): Promise<DescribedReply | undefined> {
  const { vendor } = snapshot;
  if (!isBuiltIn(vendor)) return undefined;
  const { fields } = await vendorFields[vendor]();
  const [only, ...others] = Object.keys(fields);
  const operation = calls[vendor]?.(snapshot) ?? (others.length === 0 ? only : undefined);
  if (operation === undefined || !Object.hasOwn(fields, operation)) {
    throw new TypeError(`which of the calls that ${vendor} describes gives the balance is not known`);
  }
  return { fields, operation };
}

function isBuiltIn(vendor: string): vendor is BuiltInVendor {
  return Object.hasOwn(vendorFields, vendor);
}
