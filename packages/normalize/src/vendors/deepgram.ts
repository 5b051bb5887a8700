import { createDeepgramTransport, readDeepgramProblem } from "@openbalance/deepgram";
import type { DeepgramBalanceReply, DeepgramPaths, DeepgramOptions } from "@openbalance/deepgram";
import { configError, encodePathParameter, ownOptions, type ReadingClient } from "@openbalance/http";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import { usDollar, type Asset } from "../model/asset.ts";
import type { Balance, BalanceSnapshot, Part } from "../model/balance.ts";
import { BalanceRow, withoutAbsent } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { isUnnamed } from "../use/collect-amounts.ts";
import { currencyAsset } from "../decode/currency-asset.ts";
import { sumOfParts } from "../decode/derived-amounts.ts";
import { neededList } from "../decode/needed-list.ts";
import { requestingAccount } from "../read/requesting-account.ts";
import { utcTime } from "../decode/utc-time.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

const page = "https://developers.deepgram.com/reference/manage/billing/list";

export type DeepgramSnapshot = BalanceSnapshot<"deepgram", DeepgramBalanceReply>;

/** What a reply of Deepgram can say: one row a unit, with a part for every purchase or grant that is not used up. */
export const deepgramCapabilities: VendorCapabilities = {
  nothingLeft: { at: "/balances", documentedAt: page },
  fields: {
    total: { derivedBy: "sum(parts.amount)" },
    "parts.amount": { reportedAt: ["/balances/*/amount"] },
    "account.id": { requestedAs: "projectId" },
    "account.scope": { documentedAt: page },
    assetFrom: { documentedAt: page },
  },
  leftOut: {},
};

export type DeepgramAccountOptions = AccountOptions<DeepgramOptions, ReadingClient<DeepgramPaths>> & {
  /** The project to read, a UUID. */
  readonly projectId: string;
  /** Whether every read asks for the purchases too, which alone say when a balance ends. Default `false`. */
  readonly withExpiry?: boolean;
};

/** A project at Deepgram, to be read with `readBalance`. Throws `config` when key or project are missing or malformed. */
export function deepgramAccount(options: DeepgramAccountOptions): BalanceAccount<DeepgramSnapshot> {
  // A caller without types can leave the options out; the project is then what is missing.
  const { projectId, withExpiry = false, ...accountOptions } = ownOptions(options) ?? {};
  // Called for what it refuses; the client encodes it again.
  encodePathParameter("deepgram", "projectId", projectId);
  if (typeof withExpiry !== "boolean") throw configError("deepgram", "`withExpiry` must be true or false");
  const params = { path: { project_id: projectId } };
  // As many orders as one page may have; the documents know no second one.
  const ordersOf = { ...params, query: { limit: 1_000 } };
  return requestingAccount("deepgram", accountOptions, createDeepgramTransport, (prepare, ref) => {
    const askForBalances = prepare("/v1/projects/{project_id}/balances", { params });
    const askForPurchases = prepare("/v1/projects/{project_id}/purchases", { params: ordersOf });
    return async (signal) => {
      const balances = await askForBalances(signal);
      if (!withExpiry) return decodeDeepgramBalance(balances, { ref, projectId });
      const purchases = await askForPurchases(signal);
      return decodeDeepgramBalance(balances, { ref, projectId, purchases });
    };
  });
}

export interface DeepgramDecodeOptions extends DecodeOptions {
  /** The project that was asked for, which the reply does not name; it becomes the id of the account. */
  readonly projectId?: string;
  /** A reply of `GET /v1/projects/{project_id}/purchases`, for when each balance ends. */
  readonly purchases?: VendorReply;
}

/**
 * Decodes a reply of Deepgram's balances: each is a part of the row of its unit, and `total` is their sum, where every
 * one says how much is left of it. A balance without an amount is not an empty one. A list that is empty is no error:
 * it lists what is outstanding, so nothing is left, which is a row of zero dollars. https://developers.deepgram.com/reference/manage/billing/list
 */
export function decodeDeepgramBalance(
  reply: VendorReply,
  options: DeepgramDecodeOptions = {},
): DeepgramSnapshot {
  const { root, badResponse, snapshot } = openReply("deepgram", reply, readDeepgramProblem);
  const { purchases, projectId } = ownOptions(options);
  const ends = purchases === undefined ? new Map<string, string>() : decodeEnds(purchases);
  const units = new Map<string, { asset: Asset; row: BalanceRow; parts: Part[] }>();
  const list = root.member("balances");
  const entries = neededList(list, badResponse);
  for (const entry of entries) {
    const asset = currencyAsset("deepgram", entry.member("units"));
    const unit = units.get(asset.id) ?? { asset, row: new BalanceRow(), parts: [] };
    units.set(asset.id, unit);
    const amount = unit.row.reported(`/parts/${unit.parts.length}/amount`, entry.member("amount").amount());
    const id = entry.member("balance_id").text();
    const expiresAt = ends.get(entry.member("purchase_order_id").text() ?? "");
    unit.parts.push({ kind: "other", ...withoutAbsent({ id, amount, expiresAt }) });
  }
  const balances = [...units.values()].map(({ asset, row, parts }) => {
    // Entries that name no unit may be of different ones.
    const total = isUnnamed(asset) ? undefined : sumOfParts(row, "/total", parts);
    return row.finish(asset, { total, parts });
  });
  return snapshot("deepgram", options, {
    account: { id: projectId, scope: "project" },
    balances: entries.length === 0 ? [nothingLeft(list.path)] : balances,
  });
}

/** Zero of every unit is zero dollars, the unit of which the documents speak. */
function nothingLeft(path: string): Balance {
  const row = new BalanceRow();
  const total = row.documented("/total", path, page, "0");
  return row.finish(usDollar, { total, assetFrom: "docs" });
}

/** When the balance of each order ends, by the id of the order; one that names no time does not stand in it. */
function decodeEnds(reply: VendorReply): ReadonlyMap<string, string> {
  const { root, badResponse } = openReply("deepgram", reply, readDeepgramProblem);
  const ends = new Map<string, string>();
  for (const order of neededList(root.member("orders"), badResponse)) {
    const id = order.member("order_id").text();
    const end = utcTime(order.member("expiration"));
    if (id !== undefined && end !== undefined) ends.set(id, end);
  }
  return ends;
}
