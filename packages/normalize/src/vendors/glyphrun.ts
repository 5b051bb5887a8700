import type { ReadingClient } from "@openbalance/http";
import { createGlyphrunTransport, readGlyphrunProblem } from "@openbalance/glyphrun";
import type { GlyphrunBalanceReply, GlyphrunPaths, GlyphrunOptions } from "@openbalance/glyphrun";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import type { Asset } from "../model/asset.ts";
import type { Balance, BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { checkSum } from "../decode/check-sum.ts";
import type { ReplyNode } from "../decode/reply-node.ts";
import { documentedAsset } from "../decode/row-asset.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { unlessEmpty } from "../decode/unless-empty.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type GlyphrunSnapshot = BalanceSnapshot<"glyphrun", GlyphrunBalanceReply>;

export type GlyphrunAccountOptions = AccountOptions<GlyphrunOptions, ReadingClient<GlyphrunPaths>>;

/** USDC on Base, the one token of the documents: https://developers.circle.com/stablecoins/usdc-contract-addresses */
const usdc: Asset = {
  kind: "token",
  code: "USDC",
  id: "eip155:8453/erc20:0x833589fcd6edb6e08f4c7c32d4f71b54bda02913",
};

/** What a reply of GlyphRun can say, in each of its three shapes. */
export const glyphrunCapabilities: VendorCapabilities = {
  assets: [usdc],
  fields: {
    total: { reportedAt: ["/wallet/balance", "/data/wallet/balance", "/balance"] },
    available: {
      reportedAt: ["/wallet/availableBalance", "/data/wallet/availableBalance", "/availableBalance"],
    },
    held: { reportedAt: ["/wallet/totalLocked", "/data/wallet/totalLocked", "/totalLocked"] },
    "holds.amount": {
      reportedAt: ["/wallet/pendingLocks/*", "/data/wallet/pendingLocks/*", "/pendingLocks/*"],
    },
    "lifetime.deposited": {
      reportedAt: ["/wallet/totalDeposited", "/data/wallet/totalDeposited", "/totalDeposited"],
    },
    "lifetime.spent": { reportedAt: ["/wallet/totalSpent", "/data/wallet/totalSpent", "/totalSpent"] },
    "account.id": { reportedAt: ["/wallet/userId", "/data/wallet/userId", "/userId"] },
    "account.address": {
      reportedAt: ["/wallet/walletAddress", "/data/wallet/walletAddress", "/walletAddress"],
    },
    assetFrom: { documentedAt: "https://docs.glyphrun.com/en/reference/wallet-balance" },
  },
  leftOut: {},
};

/** An account at GlyphRun, to be read with `readBalance`. Throws `config` when the token is missing or malformed. */
export function glyphrunAccount(options: GlyphrunAccountOptions): BalanceAccount<GlyphrunSnapshot> {
  return singleRequestAccount("glyphrun", options, createGlyphrunTransport, {
    path: "/wallet/balance",
    decode: decodeGlyphrunBalance,
  });
}

/**
 * Decodes a reply of GlyphRun's `GET /wallet/balance`, in any of the three shapes that its documents
 * show. A spending limit of the user, which no reply holds, may be lower than `available`.
 * https://docs.glyphrun.com/en/reference/wallet-balance
 */
export function decodeGlyphrunBalance(reply: VendorReply, options: DecodeOptions = {}): GlyphrunSnapshot {
  const { root, snapshot } = openReply("glyphrun", reply, readGlyphrunProblem);
  const wallet = walletOf(root);
  const row = new BalanceRow();
  const [sum, locked] = [wallet.member("balance"), wallet.member("totalLocked")];
  const total = row.reported("/total", sum.amount());
  const available = row.reported("/available", wallet.member("availableBalance").amount());
  const held = row.reported("/held", locked.unsignedAmount("optional"));
  const holds = decodeHolds(wallet.member("pendingLocks"), row);
  const lifetime = decodeLifetime(wallet, row);
  checkSum(sum, total, [available, held], "availableBalance + totalLocked");
  const amounts = holds?.map(({ amount }) => amount);
  if (amounts !== undefined) checkSum(locked, held, amounts, "the sum of pendingLocks");
  const { asset, assetFrom } = documentedAsset(options, usdc);
  return snapshot("glyphrun", options, {
    account: { id: wallet.member("userId").text(), address: wallet.member("walletAddress").text() },
    balances: [row.finish(asset, { total, available, held, holds, lifetime, assetFrom })],
  });
}

/** The page of this call has a wallet, the overview wraps replies in data, a guide shows the amounts alone. */
function walletOf(root: ReplyNode): ReplyNode {
  const wallet = root.member("wallet");
  if (wallet.isObject()) return wallet;
  const wrapped = root.member("data").member("wallet");
  const found = wrapped.isObject() ? wrapped : root;
  found.issue("alternate_shape", "stands where the page of this call has /wallet");
  return found;
}

/** Empty when the vendor says that no run is under way, absent when it says nothing. */
function decodeHolds(locks: ReplyNode, row: BalanceRow): Balance["holds"] {
  const members = locks.members();
  if (members === undefined) {
    if (locks.value === null) locks.issue("null_field", "is null, so it counts as not stated");
    else if (locks.value !== undefined) locks.issue("alternate_shape", "must be an object");
    return undefined;
  }
  return members.map(([id, lock], index) => {
    const amount = row.reported(`/holds/${index}/amount`, lock.unsignedAmount());
    return amount === undefined ? { id } : { id, amount };
  });
}

function decodeLifetime(wallet: ReplyNode, row: BalanceRow): Balance["lifetime"] {
  const deposited = row.reported("/lifetime/deposited", wallet.member("totalDeposited").amount("optional"));
  const spent = row.reported("/lifetime/spent", wallet.member("totalSpent").amount("optional"));
  return unlessEmpty({ deposited, spent });
}
