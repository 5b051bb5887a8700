import type { ReadingClient } from "@openbalance/http";
import { createByteniteTransport, readByteniteProblem } from "@openbalance/bytenite";
import type { ByteniteBalanceReply, BytenitePaths, ByteniteOptions } from "@openbalance/bytenite";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import { usDollar, type Asset } from "../model/asset.ts";
import type { Balance, BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { compareDecimal } from "../model/decimal.ts";
import { differenceOf } from "../decode/derived-amounts.ts";
import type { ReplyNode } from "../decode/reply-node.ts";
import { documentedAsset } from "../decode/row-asset.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type ByteniteSnapshot = BalanceSnapshot<"bytenite", ByteniteBalanceReply>;

export type ByteniteAccountOptions = AccountOptions<ByteniteOptions, ReadingClient<BytenitePaths>>;

const byteChips: Asset = { kind: "credit", code: "BYC", id: "bytenite:BYC" };

/** What a reply of ByteNite can say. `due` stands in a row of its own, in dollars. */
export const byteniteCapabilities: VendorCapabilities = {
  assets: [byteChips, usDollar],
  fields: {
    total: { reportedAt: ["/totalBalance"] },
    available: { reportedAt: ["/availableBalance"] },
    held: { derivedBy: "total - available" },
    due: { reportedAt: ["/amountDue"] },
    "account.id": { reportedAt: ["/accountId"] },
    assetFrom: { documentedAt: "https://docs.bytenite.com/api-reference/wallet-api/balance" },
  },
  leftOut: {},
};

/** An account at ByteNite, to be read with `readBalance`. Throws `config` when the credential is missing, doubled or malformed. */
export function byteniteAccount(options: ByteniteAccountOptions): BalanceAccount<ByteniteSnapshot> {
  return singleRequestAccount("bytenite", options, createByteniteTransport, {
    path: "/balance",
    decode: decodeByteniteBalance,
  });
}

/**
 * Decodes a reply of ByteNite's `GET /balance`: a row in ByteChips, whose `held` is derived as
 * total - available, and, where an amount due is stated, a row in dollars that holds nothing else.
 *
 * Every member is optional, and a writer of proto3 JSON may leave out zeros. What is left out is
 * absent here, never zero. For the two balances that is a `missing_field` issue, so that nobody takes
 * the gap for nothing left; an amount due that is not stated is none.
 * https://docs.bytenite.com/api-reference/wallet-api/balance
 */
export function decodeByteniteBalance(reply: VendorReply, options: DecodeOptions = {}): ByteniteSnapshot {
  const { root, badResponse, snapshot } = openReply("bytenite", reply, readByteniteProblem);
  const balances = [decodeByteChips(root, options), decodeDue(root)].filter(
    (balance) => balance !== undefined,
  );
  if (balances.length === 0) throw badResponse("no balance of the reply holds an amount");
  return snapshot("bytenite", options, {
    account: { id: root.member("accountId").text() },
    balances,
  });
}

function decodeByteChips(root: ReplyNode, options: DecodeOptions): Balance | undefined {
  const row = new BalanceRow();
  const total = row.reported("/total", root.member("totalBalance").amount());
  const spendable = root.member("availableBalance");
  const available = row.reported("/available", spendable.amount());
  if (!row.holdsAmounts) return undefined;
  const isMore = total !== undefined && available !== undefined && compareDecimal(available, total) > 0;
  if (isMore) spendable.issue("inconsistent", "is more than totalBalance, so nothing is derived as held");
  const held = isMore ? undefined : differenceOf(row, "/held", "total - available", total, available);
  const { asset, assetFrom } = documentedAsset(options, byteChips);
  return row.finish(asset, { total, available, held, assetFrom });
}

/** What is due is counted in dollars, so it stands apart from the ByteChips. */
function decodeDue(root: ReplyNode): Balance | undefined {
  const row = new BalanceRow();
  const due = row.reported("/due", root.member("amountDue").amount("optional"));
  return due === undefined ? undefined : row.finish(usDollar, { due, assetFrom: "docs" });
}
