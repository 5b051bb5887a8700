import type { ReadingClient } from "@openbalance/http";
import { createBitfrontTransport, readBitfrontProblem } from "@openbalance/bitfront";
import type { BitfrontBalancesReply, BitfrontPaths, BitfrontOptions } from "@openbalance/bitfront";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import { assetCode } from "../decode/asset-code.ts";
import { unknownAsset, type Asset } from "../model/asset.ts";
import type { Balance, BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { compareDecimal } from "../model/decimal.ts";
import { differenceOf } from "../decode/derived-amounts.ts";
import { noteDuplicate } from "../decode/duplicate-asset.ts";
import { epochTime } from "../decode/epoch-time.ts";
import { neededList } from "../decode/needed-list.ts";
import type { ReplyNode } from "../decode/reply-node.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type BitfrontSnapshot = BalanceSnapshot<"bitfront", BitfrontBalancesReply>;

export type BitfrontAccountOptions = AccountOptions<BitfrontOptions, ReadingClient<BitfrontPaths>>;

/** What a reply of Bitfront can say, for all currencies or for one. */
export const bitfrontCapabilities: VendorCapabilities = {
  fields: {
    total: { reportedAt: ["/responseData/*/balance", "/responseData/balance"] },
    available: { reportedAt: ["/responseData/*/availableBalance", "/responseData/availableBalance"] },
    held: { derivedBy: "total - available" },
    asOf: { reportedAt: ["/responseTime"] },
  },
  leftOut: { "/statusCode": "says whether the call succeeded" },
};

/** An account at Bitfront, to be read with `readBalance`. Throws `config` when key or secret are missing or malformed. */
export function bitfrontAccount(options: BitfrontAccountOptions): BalanceAccount<BitfrontSnapshot> {
  return singleRequestAccount("bitfront", options, createBitfrontTransport, {
    path: "/v1/account/balances",
    decode: decodeBitfrontBalance,
  });
}

/**
 * Decodes a reply of Bitfront's `GET /v1/account/balances`, or of the same for one currency, whose
 * data is documented as an object and shown as an array of one. `held` is derived: total - available.
 */
export function decodeBitfrontBalance(reply: VendorReply, options: DecodeOptions = {}): BitfrontSnapshot {
  const { root, badResponse, snapshot } = openReply("bitfront", reply, readBitfrontProblem);
  const data = root.member("responseData");
  const rows = data.isObject() ? [data] : neededList(data, badResponse);
  const at = epochTime(root.member("responseTime"), "milliseconds");
  const asOf = at === undefined ? undefined : ({ at, source: "response" } as const);
  const seen = new Set<string>();
  const balances = rows.map((row) => decodeRow(row, asOf, seen));
  return snapshot("bitfront", options, { balances });
}

function decodeRow(node: ReplyNode, asOf: Balance["asOf"], seen: Set<string>): Balance {
  const row = new BalanceRow();
  const total = row.reported("/total", node.member("balance").amount());
  const spendable = node.member("availableBalance");
  const available = row.reported("/available", spendable.amount());
  const isMore = total !== undefined && available !== undefined && compareDecimal(available, total) > 0;
  if (isMore) spendable.issue("inconsistent", "is more than balance, so nothing is derived as held");
  const held = isMore ? undefined : differenceOf(row, "/held", "total - available", total, available);
  const asset = tickerAsset(node.member("currency"));
  noteDuplicate(node, asset, seen);
  return row.finish(asset, { total, available, held, asOf });
}

function tickerAsset(currency: ReplyNode): Asset {
  const code = assetCode(currency);
  if (code !== undefined) return { kind: "coin", code, id: `bitfront:${code}` };
  currency.issue("unknown_asset", "names no coin");
  return unknownAsset("bitfront");
}
