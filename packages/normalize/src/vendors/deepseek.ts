import {
  createDeepseekClient,
  readDeepseekProblem,
  type DeepseekBalanceReply,
  type DeepseekClient,
  type DeepseekOptions,
} from "@openbalance/deepseek";
import { singleRequestAccount, type AccountOptions, type BalanceAccount } from "../account.ts";
import type { Balance, BalanceSnapshot } from "../balance.ts";
import { BalanceRow, withoutAbsent } from "../balance-row.ts";
import type { VendorCapabilities } from "../capabilities.ts";
import { currencyAsset } from "../currency-asset.ts";
import { addDecimal } from "../decimal.ts";
import type { ReplyNode } from "../reply-node.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../vendor-reply.ts";

export type DeepseekSnapshot = BalanceSnapshot<"deepseek", DeepseekBalanceReply>;

/** What a reply of DeepSeek can say, in a row for each currency. Its total is what can be used: one number, two fields. */
export const deepseekCapabilities: VendorCapabilities = {
  fields: {
    total: { reportedAt: ["/balance_infos/*/total_balance"] },
    available: { reportedAt: ["/balance_infos/*/total_balance"] },
    "parts.amount": {
      reportedAt: ["/balance_infos/*/granted_balance", "/balance_infos/*/topped_up_balance"],
    },
    spendable: { reportedAt: ["/is_available"] },
  },
  leftOut: {},
};

/** An account at DeepSeek, to be read with `readBalance`. Throws `config` when the key is missing or malformed. */
export function deepseekAccount(
  options: AccountOptions<DeepseekOptions, DeepseekClient>,
): BalanceAccount<DeepseekSnapshot> {
  return singleRequestAccount("deepseek", options, createDeepseekClient, {
    get: (client, signal) => client.GET("/user/balance", { parseAs: "text", signal }),
    decode: decodeDeepseekBalance,
  });
}

/**
 * Decodes a reply of DeepSeek's `GET /user/balance`: a row for each currency, never added up. `spendable` is the
 * vendor's word on all of them together; it may be false beside an amount that is left.
 * https://api-docs.deepseek.com/api/get-user-balance
 */
export function decodeDeepseekBalance(reply: VendorReply, options: DecodeOptions = {}): DeepseekSnapshot {
  const { root, badResponse, snapshot } = openReply("deepseek", reply, readDeepseekProblem);
  const rows = root.member("balance_infos").elements();
  if (rows === undefined) throw badResponse("/balance_infos is no list of balances");

  const seen = new Set<string>();
  const balances = rows.map((row) => decodeRow(row, seen));
  if (balances.length > 0 && balances.every(({ provenance }) => Object.keys(provenance).length === 0)) {
    throw badResponse("no row of /balance_infos holds an amount");
  }
  return snapshot("deepseek", options, { spendable: root.member("is_available").boolean(), balances });
}

function decodeRow(node: ReplyNode, seen: Set<string>): Balance {
  const row = new BalanceRow();
  const stated = node.member("total_balance").amount();
  const total = row.reported("/total", stated);
  const available = row.reported("/available", stated);
  const granted = row.reported("/parts/0/amount", node.member("granted_balance").amount());
  const purchased = row.reported("/parts/1/amount", node.member("topped_up_balance").amount());
  if (total !== undefined && granted !== undefined && purchased !== undefined) {
    if (addDecimal(granted, purchased) !== total) {
      node.member("total_balance").issue("inconsistent", "is not granted_balance + topped_up_balance");
    }
  }
  const asset = currencyAsset("deepseek", node.member("currency"));
  if (seen.has(asset.id)) node.issue("duplicate_asset", "names an asset that an earlier row names too");
  seen.add(asset.id);
  const hasParts = granted !== undefined || purchased !== undefined;
  const parts: Balance["parts"] = [
    { kind: "granted", ...withoutAbsent({ amount: granted }) },
    { kind: "purchased", ...withoutAbsent({ amount: purchased }) },
  ];
  return row.finish(asset, { total, available, parts: hasParts ? parts : undefined });
}
