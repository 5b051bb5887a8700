import type { ReadingClient } from "@openbalance/http";
import { createDigitaloceanTransport, readDigitaloceanProblem } from "@openbalance/digitalocean";
import type {
  DigitaloceanBalanceReply,
  DigitaloceanPaths,
  DigitaloceanOptions,
} from "@openbalance/digitalocean";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import { usDollar } from "../model/asset.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { checkSum } from "../decode/check-sum.ts";
import { documentedAsset } from "../decode/row-asset.ts";
import { utcTime } from "../decode/utc-time.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type DigitaloceanSnapshot = BalanceSnapshot<"digitalocean", DigitaloceanBalanceReply>;

export type DigitaloceanAccountOptions = AccountOptions<
  DigitaloceanOptions,
  ReadingClient<DigitaloceanPaths>
>;

const page = "https://docs.digitalocean.com/reference/api/reference/billing/";

/** What a reply of DigitalOcean can say. It counts what is owed, and never names its currency. */
export const digitaloceanCapabilities: VendorCapabilities = {
  assets: [usDollar],
  fields: {
    total: { reportedAt: ["/account_balance"], negated: true },
    pending: { reportedAt: ["/month_to_date_usage"] },
    pendingDirection: { documentedAt: page },
    asOf: { reportedAt: ["/generated_at"] },
    assetFrom: { documentedAt: page },
  },
  leftOut: { "/month_to_date_balance": "restates account_balance + month_to_date_usage" },
};

/** A team at DigitalOcean, to be read with `readBalance`. Throws `config` when an option is missing or malformed. */
export function digitaloceanAccount(
  options: DigitaloceanAccountOptions,
): BalanceAccount<DigitaloceanSnapshot> {
  return singleRequestAccount("digitalocean", options, createDigitaloceanTransport, {
    path: "/v2/customers/my/balance",
    decode: decodeDigitaloceanBalance,
  });
}

/**
 * Decodes a reply of DigitalOcean's `GET /v2/customers/my/balance`. DigitalOcean counts what is owed, so `total` is
 * `account_balance` with its sign turned: below zero it is owed. `pending` is the usage of this month, which comes off
 * `total` with the next invoice. Not in the snapshot: `month_to_date_balance`, which is the sum of both.
 * https://docs.digitalocean.com/reference/api/reference/billing/
 */
export function decodeDigitaloceanBalance(
  reply: VendorReply,
  options: DecodeOptions = {},
): DigitaloceanSnapshot {
  const { root, snapshot } = openReply("digitalocean", reply, readDigitaloceanProblem);
  const row = new BalanceRow();
  const total = row.reported("/total", root.member("account_balance").amount("expected", { negated: true }));
  const pending = row.reported("/pending", root.member("month_to_date_usage").amount());
  const sum = root.member("month_to_date_balance");
  // What is owed in all and what is left of the balance, of which one is below zero, make up the usage.
  const owed = sum.amount("optional")?.value;
  checkSum(sum, pending, [owed, total], "account_balance + month_to_date_usage");
  const at = utcTime(root.member("generated_at"));
  const { asset, assetFrom } = documentedAsset(options, usDollar);
  const balance = row.finish(asset, {
    total,
    pending,
    pendingDirection: pending && "out",
    asOf: at === undefined ? undefined : { at, source: "record" },
    assetFrom,
  });
  return snapshot("digitalocean", options, { balances: [balance] });
}
