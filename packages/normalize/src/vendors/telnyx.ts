import { createTelnyxClient, readTelnyxProblem } from "@openbalance/telnyx";
import type { TelnyxBalanceReply, TelnyxClient, TelnyxOptions } from "@openbalance/telnyx";
import { singleRequestAccount, type AccountOptions, type BalanceAccount } from "../account.ts";
import type { VendorCapabilities } from "../capabilities.ts";
import { currencyAsset } from "../currency-asset.ts";
import type { BalanceSnapshot } from "../balance.ts";
import { BalanceRow } from "../balance-row.ts";
import { addDecimal } from "../decimal.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../vendor-reply.ts";

export type TelnyxSnapshot = BalanceSnapshot<"telnyx", TelnyxBalanceReply>;

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
export function telnyxAccount(
  options: AccountOptions<TelnyxOptions, TelnyxClient>,
): BalanceAccount<TelnyxSnapshot> {
  return singleRequestAccount("telnyx", options, createTelnyxClient, {
    get: (client, signal) => client.GET("/balance", { parseAs: "text", signal }),
    decode: decodeTelnyxBalance,
  });
}

/**
 * Decodes a reply of Telnyx' `GET /balance`. `available` contains the credit line; `total` does not.
 * https://developers.telnyx.com/api-reference/billing/get-user-balance-details
 */
export function decodeTelnyxBalance(reply: VendorReply, options: DecodeOptions = {}): TelnyxSnapshot {
  const { root, badResponse, snapshot } = openReply("telnyx", reply, readTelnyxProblem);
  const data = root.member("data");
  const row = new BalanceRow();
  const total = row.reported("/total", data.member("balance").amount());
  const available = row.reported("/available", data.member("available_credit").amount());
  const pending = row.reported("/pending", data.member("pending").amount());
  const creditLimit = row.reported("/creditLimit", data.member("credit_limit").amount());
  if (!row.holdsAmounts) throw badResponse("the reply holds none of the amounts that /data documents");

  if (total !== undefined && creditLimit !== undefined && available !== undefined) {
    if (addDecimal(total, creditLimit) !== available) {
      data.member("available_credit").issue("inconsistent", "is not balance + credit_limit");
    }
  }
  const balance = row.finish(options.asset ?? currencyAsset("telnyx", data.member("currency")), {
    total,
    available,
    pending,
    creditLimit,
    availableIncludesCredit: available === undefined ? undefined : true,
    assetFrom: options.asset && "option",
  });
  return snapshot("telnyx", options, { balances: [balance] });
}
