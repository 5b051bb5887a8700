import type { ReadingClient } from "@openbalance/http";
import { createTelnyxTransport, readTelnyxProblem } from "@openbalance/telnyx";
import type { TelnyxBalanceReply, TelnyxPaths, TelnyxOptions } from "@openbalance/telnyx";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow } from "../decode/balance-row.ts";
import { checkSum } from "../decode/check-sum.ts";
import { statedAsset } from "../decode/row-asset.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type TelnyxSnapshot = BalanceSnapshot<"telnyx", TelnyxBalanceReply>;

export type TelnyxAccountOptions = AccountOptions<TelnyxOptions, ReadingClient<TelnyxPaths>>;

/** What a reply of Telnyx can say. Nothing says which way `pending` goes. */
export const telnyxCapabilities: VendorCapabilities = {
  fields: {
    total: { reportedAt: ["/data/balance"] },
    available: { reportedAt: ["/data/available_credit"] },
    pending: { reportedAt: ["/data/pending"] },
    creditLimit: { reportedAt: ["/data/credit_limit"] },
    availableIncludesCredit: {
      documentedAt: "https://developers.telnyx.com/api-reference/billing/get-user-balance-details",
    },
  },
  leftOut: {},
};

/** An account at Telnyx, to be read with `readBalance`. Throws `config` when the key is missing or malformed. */
export function telnyxAccount(options: TelnyxAccountOptions): BalanceAccount<TelnyxSnapshot> {
  return singleRequestAccount("telnyx", options, createTelnyxTransport, {
    path: "/balance",
    decode: decodeTelnyxBalance,
  });
}

/**
 * Decodes a reply of Telnyx' `GET /balance`. `available` contains the credit line; `total` does not.
 * https://developers.telnyx.com/api-reference/billing/get-user-balance-details
 */
export function decodeTelnyxBalance(reply: VendorReply, options: DecodeOptions = {}): TelnyxSnapshot {
  const { root, snapshot } = openReply("telnyx", reply, readTelnyxProblem);
  const data = root.member("data");
  const row = new BalanceRow();
  const total = row.reported("/total", data.member("balance").amount());
  const spendable = data.member("available_credit");
  const available = row.reported("/available", spendable.amount());
  const pending = row.reported("/pending", data.member("pending").amount());
  const creditLimit = row.reported("/creditLimit", data.member("credit_limit").unsignedAmount());
  checkSum(spendable, available, [total, creditLimit], "balance + credit_limit");
  const { asset, assetFrom } = statedAsset(options, "telnyx", data.member("currency"));
  const balance = row.finish(asset, {
    total,
    available,
    pending,
    creditLimit,
    availableIncludesCredit: available && true,
    assetFrom,
  });
  return snapshot("telnyx", options, { balances: [balance] });
}
