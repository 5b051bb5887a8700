import { configError, ownOptions, type ReadingClient } from "@openbalance/http";
import { createMoonshotTransport, readMoonshotProblem } from "@openbalance/moonshot";
import type {
  MoonshotBalanceReply,
  MoonshotPaths,
  MoonshotOptions,
  MoonshotRegion,
} from "@openbalance/moonshot";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import { fiatAsset, unknownAsset } from "../model/asset.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow, withoutAbsent } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { checkSum } from "../decode/check-sum.ts";
import { sumOfParts } from "../decode/derived-amounts.ts";
import { grantedAndPurchased } from "../decode/granted-and-purchased.ts";
import type { ReplyNode } from "../decode/reply-node.ts";
import type { NamedAsset } from "../decode/row-asset.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type MoonshotSnapshot = BalanceSnapshot<"moonshot", MoonshotBalanceReply>;

/** What a reply of Moonshot can say. It never names its currency; the platform that is asked decides it. */
export const moonshotCapabilities: VendorCapabilities = {
  fields: {
    total: { derivedBy: "sum(parts.amount)" },
    available: { reportedAt: ["/data/available_balance"] },
    "parts.amount": { reportedAt: ["/data/voucher_balance", "/data/cash_balance"] },
    assetFrom: { requestedAs: "region" },
  },
  leftOut: { "/code": "says whether the call succeeded" },
};

/** What decides the currency, which no reply names. */
interface MoonshotPlatform {
  /** The ISO 4217 code of the amounts at an address of one's own. With a region it is the region's; else unknown. */
  readonly currency?: string;
  /** The platform that the reply came from. */
  readonly region?: MoonshotRegion;
}

export type MoonshotAccountOptions = AccountOptions<MoonshotOptions, ReadingClient<MoonshotPaths>> &
  Pick<MoonshotPlatform, "currency">;

export interface MoonshotDecodeOptions extends DecodeOptions, MoonshotPlatform {}

/**
 * An account at Moonshot, to be read with `readBalance`. The platform that is asked decides the currency. Throws
 * `config` when key, region or currency are missing, malformed or contradict each other.
 */
export function moonshotAccount(options: MoonshotAccountOptions): BalanceAccount<MoonshotSnapshot> {
  // A caller without types can leave the options out; the client then says so.
  const { currency, ...rest } = ownOptions(options) ?? {};
  const accountOptions = ownOptions(rest);
  const region = "region" in accountOptions ? accountOptions.region : undefined;
  const said = withoutAbsent({ currency, region });
  knownCurrency(said);
  return singleRequestAccount("moonshot", accountOptions, createMoonshotTransport, {
    path: "/v1/users/me/balance",
    decode: (reply, decodeOptions) => decodeMoonshotBalance(reply, { ...decodeOptions, ...said }),
  });
}

/**
 * Decodes a reply of Moonshot's `GET /v1/users/me/balance`. The cash part below zero is what the holder owes; then only
 * the vouchers are available, and `available` is more than `total`. The currency is that of the region, or the one that
 * is given; a reply alone is of an unknown one. https://platform.kimi.ai/docs/api/balance
 */
export function decodeMoonshotBalance(
  reply: VendorReply,
  options: MoonshotDecodeOptions = {},
): MoonshotSnapshot {
  const { root, snapshot } = openReply("moonshot", reply, readMoonshotProblem);
  const data = root.member("data");
  const row = new BalanceRow();
  const spendable = data.member("available_balance");
  const available = row.reported("/available", spendable.amount());
  const vouchers = row.reported("/parts/0/amount", data.member("voucher_balance").amount());
  const cash = row.reported("/parts/1/amount", data.member("cash_balance").amount());
  // What is owed, below zero, is no cash to spend, and takes nothing off the vouchers.
  const usable = cash?.startsWith("-") === true ? "0" : cash;
  checkSum(spendable, available, [vouchers, usable], "voucher_balance + cash_balance above zero");
  const parts = grantedAndPurchased(vouchers, cash);
  const total = sumOfParts(row, "/total", parts ?? []);
  const { asset, assetFrom } = assetOf(root, options);
  const balance = row.finish(asset, { total, available, assetFrom, parts });
  return snapshot("moonshot", options, { balances: [balance] });
}

/** The currency of each platform: https://platform.kimi.ai/docs/api/balance, https://platform.kimi.com/docs/api/balance */
const currencies: Readonly<Record<MoonshotRegion, string>> = { international: "USD", china: "CNY" };

function assetOf(root: ReplyNode, options: MoonshotDecodeOptions): NamedAsset {
  const { asset } = ownOptions(options);
  if (asset !== undefined) return { asset, assetFrom: "option" };
  const currency = knownCurrency(options);
  if (currency !== undefined) return currency;
  root.issue("unknown_asset", "names no currency, and the host is none of Moonshot's");
  return { asset: unknownAsset("moonshot") };
}

function knownCurrency(platform: MoonshotPlatform): NamedAsset | undefined {
  const { currency, region } = ownOptions(platform);
  if (currency !== undefined && region !== undefined) {
    throw configError("moonshot", "`region` decides the currency; give `currency` with `baseUrl` alone");
  }
  const code = currency ?? (region === undefined ? undefined : currencies[region]);
  if (code === undefined) return undefined;
  const asset = typeof code === "string" ? fiatAsset(code) : undefined;
  if (asset === undefined)
    throw configError("moonshot", "`currency` must be a code of ISO 4217, such as USD");
  return { asset, assetFrom: region === undefined ? "option" : "host" };
}
