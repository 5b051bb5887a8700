import type { ReadingClient } from "@openbalance/http";
import { createLinodeTransport, readLinodeProblem } from "@openbalance/linode";
import type { LinodeBalanceReply, LinodePaths, LinodeOptions } from "@openbalance/linode";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import { usDollar } from "../model/asset.ts";
import type { Balance, BalanceSnapshot, Pool } from "../model/balance.ts";
import { BalanceRow, withoutAbsent } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import type { ReplyNode, ReportedAmount } from "../decode/reply-node.ts";
import { documentedAsset, type NamedAsset } from "../decode/row-asset.ts";
import { utcTime } from "../decode/utc-time.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type LinodeSnapshot = BalanceSnapshot<"linode", LinodeBalanceReply>;

export type LinodeAccountOptions = AccountOptions<LinodeOptions, ReadingClient<LinodePaths>>;

const page = "https://techdocs.akamai.com/linode-api/reference/get-account";

/** What a reply of Linode can say. The balance counts what is owed, a promotion what is left; both are in dollars. */
export const linodeCapabilities: VendorCapabilities = {
  assets: [usDollar],
  fields: {
    total: { reportedAt: ["/balance", "/active_promotions/*/credit_remaining"], negated: ["/balance"] },
    available: { reportedAt: ["/active_promotions/*/this_month_credit_remaining"] },
    pending: { reportedAt: ["/balance_uninvoiced"] },
    pendingDirection: { documentedAt: page },
    pool: { reportedAt: ["/active_promotions/*/summary"] },
    "quota.limit": { reportedAt: ["/active_promotions/*/credit_monthly_cap"] },
    "quota.every": { documentedAt: page },
    assetFrom: { documentedAt: page },
    "account.id": { reportedAt: ["/euuid"] },
  },
  leftOut: { "/zip": "an address", "/phone": "an address", "/tax_id": "a number", "/credit_card": "a card" },
};

/** An account at Linode, to be read with `readBalance`. Throws `config` when an option is missing or malformed. */
export function linodeAccount(options: LinodeAccountOptions): BalanceAccount<LinodeSnapshot> {
  return singleRequestAccount("linode", options, createLinodeTransport, {
    path: "/account",
    decode: decodeLinodeBalance,
  });
}

/**
 * Decodes a reply of Linode's `GET /account`. Linode counts what is owed, so `total` of the main row is `balance` with
 * its sign turned: below zero it is owed. `pending` estimates the running invoice. Each promotion is a row of its own
 * with a `pool`, in no other row: its `total` is what is left of it, `available` what of that may be used this month.
 * The contact data of the reply are in `raw` alone. https://techdocs.akamai.com/linode-api/reference/get-account
 */
export function decodeLinodeBalance(reply: VendorReply, options: DecodeOptions = {}): LinodeSnapshot {
  const { root, snapshot } = openReply("linode", reply, readLinodeProblem);
  const unit = documentedAsset(options, usDollar);
  const row = new BalanceRow();
  const total = row.reported("/total", root.member("balance").amount("expected", { negated: true }));
  const pending = row.reported("/pending", root.member("balance_uninvoiced").amount());
  const { asset, assetFrom } = unit;
  const main = row.finish(asset, { total, pending, pendingDirection: pending && "out", assetFrom });
  const promotions = promotionsOf(root.member("active_promotions"));
  const balances = [main, ...promotions.map((node, index) => decodePromotion(node, index, unit))];
  return snapshot("linode", options, { account: { id: root.member("euuid").text() }, balances });
}

function promotionsOf(list: ReplyNode): readonly ReplyNode[] {
  const promotions = list.elements();
  if (promotions === undefined && list.value !== undefined) {
    list.issue("alternate_shape", "must be a list of promotions");
  }
  return promotions ?? [];
}

function decodePromotion(node: ReplyNode, index: number, { asset, assetFrom }: NamedAsset): Balance {
  const row = new BalanceRow();
  const total = row.reported("/total", node.member("credit_remaining").amount());
  const available = row.reported("/available", node.member("this_month_credit_remaining").amount());
  const limit = row.reported("/quota/limit", monthlyCap(node.member("credit_monthly_cap")));
  const quota = limit === undefined ? undefined : { limit, every: "monthly" };
  return row.finish(asset, { total, available, quota, pool: poolOf(node, index), assetFrom });
}

/** Linode has no ids for promotions: the place in the list is all that tells two of them apart. */
function poolOf(node: ReplyNode, index: number): Pool {
  const end = node.member("expire_dt");
  const service = node.member("service_type").text();
  return {
    id: `promotion:${index}`,
    kind: "grant",
    ...withoutAbsent({
      name: node.member("summary").text(),
      // Null is the documented word for a promotion without an end; times are in UTC and do not say so.
      expiresAt: end.value === null ? undefined : utcTime(end, "Z"),
      restrictedTo: service === "all" ? undefined : service,
    }),
  };
}

/** Nothing and zero stand for a promotion without a cap: a cap of zero would be none that pays for anything. */
function monthlyCap(node: ReplyNode): ReportedAmount | undefined {
  const cap = node.value === "" ? undefined : node.unsignedAmount("optional");
  if (node.value !== "" && cap?.value !== "0") return cap;
  node.issue("placeholder", "stands for no cap");
  return undefined;
}
