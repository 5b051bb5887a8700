import { createBitfrontClient, readBitfrontProblem } from "@openbalance/bitfront";
import type { BitfrontBalancesReply, BitfrontClient, BitfrontOptions } from "@openbalance/bitfront";
import { singleRequestAccount, type AccountOptions, type BalanceAccount } from "../account.ts";
import { unknownAsset, type Asset } from "../asset.ts";
import type { Balance, BalanceSnapshot } from "../balance.ts";
import { BalanceRow } from "../balance-row.ts";
import type { VendorCapabilities } from "../capabilities.ts";
import { compareDecimal, subtractDecimal } from "../decimal.ts";
import type { ReplyNode } from "../reply-node.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../vendor-reply.ts";

export type BitfrontSnapshot = BalanceSnapshot<"bitfront", BitfrontBalancesReply>;

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
export function bitfrontAccount(
  options: AccountOptions<BitfrontOptions, BitfrontClient>,
): BalanceAccount<BitfrontSnapshot> {
  return singleRequestAccount("bitfront", options, createBitfrontClient, {
    get: (client, signal) => client.GET("/v1/account/balances", { parseAs: "text", signal }),
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
  const rows = data.elements() ?? (data.isObject() ? [data] : undefined);
  if (rows === undefined) throw badResponse("/responseData holds no balances");

  const asOf = responseTime(root.member("responseTime"));
  const seen = new Set<string>();
  const balances = rows.map((row) => decodeRow(row, asOf, seen));
  if (balances.length > 0 && balances.every(({ provenance }) => Object.keys(provenance).length === 0)) {
    throw badResponse("no row of /responseData holds an amount");
  }
  return snapshot("bitfront", options, { balances });
}

function decodeRow(node: ReplyNode, asOf: Balance["asOf"], seen: Set<string>): Balance {
  const row = new BalanceRow();
  const total = row.reported("/total", node.member("balance").amount());
  const available = row.reported("/available", node.member("availableBalance").amount());
  let held: Balance["held"];
  if (total !== undefined && available !== undefined) {
    if (compareDecimal(available, total) > 0) {
      node
        .member("availableBalance")
        .issue("inconsistent", "is more than balance, so nothing is derived as held");
    } else {
      held = row.derived(
        "/held",
        "total - available",
        ["/total", "/available"],
        subtractDecimal(total, available),
      );
    }
  }
  const asset = tickerAsset(node.member("currency"));
  if (seen.has(asset.id)) node.issue("duplicate_asset", "names an asset that an earlier row names too");
  seen.add(asset.id);
  return row.finish(asset, { total, available, held, asOf });
}

function tickerAsset(currency: ReplyNode): Asset {
  const code = currency.text("expected");
  if (code !== undefined) return { kind: "coin", code, id: `bitfront:${code}` };
  currency.issue("unknown_asset", "names no coin");
  return unknownAsset("bitfront");
}

function responseTime(node: ReplyNode): Balance["asOf"] {
  const amount = node.amount("optional");
  const at = new Date(Number(amount?.value ?? Number.NaN));
  return Number.isNaN(at.getTime()) ? undefined : { at: at.toISOString(), source: "response" };
}
