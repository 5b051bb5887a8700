import { configError, ownOptions, type ReadingClient } from "@openbalance/http";
import { createVultrTransport, readVultrProblem } from "@openbalance/vultr";
import type { VultrBalanceReply, VultrPaths, VultrOptions } from "@openbalance/vultr";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import { usDollar } from "../model/asset.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow, withoutAbsent } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { differenceOf } from "../decode/derived-amounts.ts";
import { documentedAsset } from "../decode/row-asset.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type VultrSnapshot = BalanceSnapshot<"vultr", VultrBalanceReply>;

const page = "https://www.vultr.com/api/";

/** What a reply of Vultr can say. It counts what is owed, and never names its currency. */
export const vultrCapabilities: VendorCapabilities = {
  assets: [usDollar],
  fields: {
    total: { reportedAt: ["/account/balance"], negated: true },
    available: { derivedBy: "total - pending" },
    pending: { reportedAt: ["/account/pending_charges"] },
    pendingDirection: { documentedAt: page },
    assetFrom: { documentedAt: page },
    "account.name": { requestedAs: "includeName" },
  },
  leftOut: { "/account/last_payment_amount": "a payment of the past, which the balance holds already" },
};

interface VultrName {
  /** Whether `account.name` is wanted: it is the name of a person or a company. Default `false`. */
  readonly includeName?: boolean;
}

export type VultrAccountOptions = AccountOptions<VultrOptions, ReadingClient<VultrPaths>> & VultrName;

export interface VultrDecodeOptions extends DecodeOptions, VultrName {}

/** An account at Vultr, to be read with `readBalance`. Throws `config` when an option is missing or malformed. */
export function vultrAccount(options: VultrAccountOptions): BalanceAccount<VultrSnapshot> {
  // A caller without types can leave the options out; the client then says so.
  const { includeName, ...accountOptions } = ownOptions(options) ?? {};
  if (includeName !== undefined && typeof includeName !== "boolean") {
    throw configError("vultr", "`includeName` must be true or false");
  }
  return singleRequestAccount("vultr", accountOptions, createVultrTransport, {
    path: "/account",
    decode: (reply, rest) => decodeVultrBalance(reply, { ...rest, ...withoutAbsent({ includeName }) }),
  });
}

/**
 * Decodes a reply of Vultr's `GET /account`. Vultr counts what is owed, so `total` is `balance` with its sign turned:
 * below zero it is owed. `pending` is the charges of this month, which `total` does not hold yet. `available` is what
 * the portal shows as remaining credit, total - pending; below zero it is what the next invoice will come to.
 * https://www.vultr.com/api/
 */
export function decodeVultrBalance(reply: VendorReply, options: VultrDecodeOptions = {}): VultrSnapshot {
  const { root, snapshot } = openReply("vultr", reply, readVultrProblem);
  const account = root.member("account");
  const row = new BalanceRow();
  const total = row.reported("/total", account.member("balance").amount("expected", { negated: true }));
  const pending = row.reported("/pending", account.member("pending_charges").amount());
  const available = differenceOf(row, "/available", "total - pending", total, pending);
  const { asset, assetFrom } = documentedAsset(options, usDollar);
  const balance = row.finish(asset, {
    total,
    available,
    pending,
    pendingDirection: pending && "out",
    assetFrom,
  });
  const name = ownOptions(options).includeName === true ? account.member("name").text() : undefined;
  return snapshot("vultr", options, { account: { name }, balances: [balance] });
}
