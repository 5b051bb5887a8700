import type { ReadingClient } from "@openbalance/http";
import { createVonageTransport, readVonageProblem } from "@openbalance/vonage";
import type { VonageBalanceReply, VonageOptions, VonagePaths } from "@openbalance/vonage";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import type { Asset } from "../model/asset.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type VonageSnapshot = BalanceSnapshot<"vonage", VonageBalanceReply>;

/** What the documents say every balance is in: https://developer.vonage.com/en/api/account */
const euro: Asset = { kind: "fiat", code: "EUR", id: "iso4217:EUR" };

/** What a reply of Vonage can say. It never names its currency. */
export const vonageCapabilities: VendorCapabilities = {
  assets: [euro],
  fields: {
    total: { reportedAt: ["/value"] },
    assetFrom: { documentedAt: "https://developer.vonage.com/en/api/account" },
  },
  leftOut: {},
};

export type VonageDecodeOptions = Pick<DecodeOptions, "ref">;

export type VonageAccountOptions = AccountOptions<VonageOptions, ReadingClient<VonagePaths>>;

/** An account at Vonage, to be read with `readBalance`. Throws `config` when an option is missing or malformed. */
export function vonageAccount(options: VonageAccountOptions): BalanceAccount<VonageSnapshot> {
  return singleRequestAccount("vonage", options, createVonageTransport, {
    path: "/account/get-balance",
    decode: decodeVonageBalance,
  });
}

/**
 * Decodes a reply of Vonage's `GET /account/get-balance`. `total` is in euros, which the documents alone say: an
 * account that the dashboard shows in another currency is answered in euros too, so no option names another. It is below
 * zero for an account that is billed afterwards. https://developer.vonage.com/en/api/account
 */
export function decodeVonageBalance(reply: VendorReply, options: VonageDecodeOptions = {}): VonageSnapshot {
  const { root, snapshot } = openReply("vonage", reply, readVonageProblem);
  const row = new BalanceRow();
  const total = row.reported("/total", root.member("value").amount());
  return snapshot("vonage", options, { balances: [row.finish(euro, { total, assetFrom: "docs" })] });
}
