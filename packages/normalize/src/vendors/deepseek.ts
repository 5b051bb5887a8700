import {
  createDeepseekTransport,
  readDeepseekProblem,
  type DeepseekBalanceReply,
  type DeepseekPaths,
  type DeepseekOptions,
} from "@openbalance/deepseek";
import type { ReadingClient } from "@openbalance/http";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import type { Balance, BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { checkSum } from "../decode/check-sum.ts";
import { currencyAsset } from "../decode/currency-asset.ts";
import { noteDuplicate } from "../decode/duplicate-asset.ts";
import { grantedAndPurchased } from "../decode/granted-and-purchased.ts";
import { neededList } from "../decode/needed-list.ts";
import type { ReplyNode } from "../decode/reply-node.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type DeepseekSnapshot = BalanceSnapshot<"deepseek", DeepseekBalanceReply>;

export type DeepseekAccountOptions = AccountOptions<DeepseekOptions, ReadingClient<DeepseekPaths>>;

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
export function deepseekAccount(options: DeepseekAccountOptions): BalanceAccount<DeepseekSnapshot> {
  return singleRequestAccount("deepseek", options, createDeepseekTransport, {
    path: "/user/balance",
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
  const seen = new Set<string>();
  const balances = neededList(root.member("balance_infos"), badResponse).map((row) => decodeRow(row, seen));
  return snapshot("deepseek", options, { spendable: root.member("is_available").boolean(), balances });
}

function decodeRow(node: ReplyNode, seen: Set<string>): Balance {
  const row = new BalanceRow();
  const sum = node.member("total_balance");
  const stated = sum.amount();
  const total = row.reported("/total", stated);
  const available = row.reported("/available", stated);
  const granted = row.reported("/parts/0/amount", node.member("granted_balance").amount());
  const purchased = row.reported("/parts/1/amount", node.member("topped_up_balance").amount());
  checkSum(sum, total, [granted, purchased], "granted_balance + topped_up_balance");
  const asset = currencyAsset("deepseek", node.member("currency"));
  noteDuplicate(node, asset, seen);
  return row.finish(asset, { total, available, parts: grantedAndPurchased(granted, purchased) });
}
