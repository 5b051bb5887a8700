import { configError } from "@openbalance/http";
import { createVonageClient, readVonageProblem } from "@openbalance/vonage";
import type { VonageBalanceReply, VonageClient, VonageOptions } from "@openbalance/vonage";
import type { AccountOptions, BalanceAccount } from "../account.ts";
import { fiatAsset, type Asset } from "../asset.ts";
import type { BalanceSnapshot } from "../balance.ts";
import { BalanceRow, withoutAbsent } from "../balance-row.ts";
import type { VendorCapabilities } from "../capabilities.ts";
import { documentedAsset } from "../row-asset.ts";
import { singleRequestAccount } from "../requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../vendor-reply.ts";

export type VonageSnapshot = BalanceSnapshot<"vonage", VonageBalanceReply>;

/** What a reply of Vonage can say. It never names its currency. */
export const vonageCapabilities: VendorCapabilities = {
  fields: {
    total: { reportedAt: ["/value"] },
    assetFrom: { documentedAt: "https://developer.vonage.com/en/api/account" },
  },
  leftOut: {},
};

/** What the documents say every account is kept in: https://developer.vonage.com/en/api/account */
const euro: Asset = { kind: "fiat", code: "EUR", id: "iso4217:EUR" };

export type VonageAccountOptions = AccountOptions<VonageOptions, VonageClient> & {
  /** The ISO 4217 code of an account that is kept in another currency than the documents' euro. */
  readonly currency?: string;
};

/** An account at Vonage, to be read with `readBalance`. Throws `config` when an option is missing or malformed. */
export function vonageAccount(options: VonageAccountOptions): BalanceAccount<VonageSnapshot> {
  // A caller without types can leave the options out; the client then says so.
  const { currency, ...accountOptions } = options ?? {};
  const asset = typeof currency === "string" ? fiatAsset(currency) : undefined;
  if (currency !== undefined && asset === undefined) {
    throw configError("vonage", "`currency` must be a code of ISO 4217, such as USD");
  }
  return singleRequestAccount("vonage", accountOptions, createVonageClient, {
    path: "/account/get-balance",
    decode: (reply, { ref = "vonage" }) => decodeVonageBalance(reply, { ref, ...withoutAbsent({ asset }) }),
  });
}

/**
 * Decodes a reply of Vonage's `GET /account/get-balance`. `total` is in euros, which the documents alone say; it is below
 * zero for an account that is billed afterwards. https://developer.vonage.com/en/api/account
 */
export function decodeVonageBalance(reply: VendorReply, options: DecodeOptions = {}): VonageSnapshot {
  const { root, snapshot } = openReply("vonage", reply, readVonageProblem);
  const row = new BalanceRow();
  const total = row.reported("/total", root.member("value").amount());
  const { asset, assetFrom } = documentedAsset(options, euro);
  return snapshot("vonage", options, { balances: [row.finish(asset, { total, assetFrom })] });
}
