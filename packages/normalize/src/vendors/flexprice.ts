import { createFlexpriceTransport, readFlexpriceProblem } from "@openbalance/flexprice";
import type { FlexpriceBalanceReply, FlexpricePaths, FlexpriceOptions } from "@openbalance/flexprice";
import { encodePathParameter, ownOptions, type ReadingClient } from "@openbalance/http";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { unknownAsset, type Asset } from "../model/asset.ts";
import type { Balance, BalanceSnapshot, Equivalent } from "../model/balance.ts";
import { BalanceRow } from "../decode/balance-row.ts";
import { grantedAndPurchased } from "../decode/granted-and-purchased.ts";
import { compareDecimal, multiplyDecimal, subtractDecimal } from "../model/decimal.ts";
import { describe, type ReplyNode } from "../decode/reply-node.ts";
import { statedAsset } from "../decode/row-asset.ts";
import { unlessEmpty } from "../decode/unless-empty.ts";
import { utcTime } from "../decode/utc-time.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type FlexpriceSnapshot = BalanceSnapshot<"flexprice", FlexpriceBalanceReply>;

/** What a reply of Flexprice can say. The credits of a wallet are an equivalent of its money. */
export const flexpriceCapabilities: VendorCapabilities = {
  fields: {
    total: { reportedAt: ["/balance"] },
    available: { reportedAt: ["/real_time_balance"] },
    due: { reportedAt: ["/unpaid_invoices_amount"] },
    asOf: { reportedAt: ["/balance_updated_at"] },
    "equivalents.rate": { reportedAt: ["/conversion_rate"] },
    "equivalents.total": { reportedAt: ["/credit_balance"] },
    "equivalents.available": { reportedAt: ["/real_time_credit_balance"] },
    "equivalents.parts.amount": {
      reportedAt: ["/credits_available_breakdown/free", "/credits_available_breakdown/purchased"],
    },
    "account.id": { reportedAt: ["/id"] },
    "account.owner": { reportedAt: ["/customer_id"] },
    "account.name": { reportedAt: ["/name"] },
    state: { reportedAt: ["/wallet_status"] },
  },
  leftOut: {
    "/current_period_usage": "restates total - available, the unpaid invoices included",
    "/topup_conversion_rate": "the price of credits to come",
    "/auto_topup": "settings",
    "/alert_settings": "settings",
  },
};

export type FlexpriceAccountOptions = AccountOptions<FlexpriceOptions, ReadingClient<FlexpricePaths>> & {
  /** The wallet to read, such as `wallet_01J9ZQ4N`. */
  readonly walletId: string;
};

/**
 * A wallet at Flexprice, to be read with `readBalance`. Throws `config` when key, region or wallet are missing or
 * malformed.
 *
 * Every read asks for the split of the credits into granted and purchased ones: for the vendor it is one sum more
 * beside the usage that it adds up anyway, and it cannot be had from any other amount of the reply. The vendor
 * leaves it out where it cannot tell, and then `parts` is absent.
 */
export function flexpriceAccount(options: FlexpriceAccountOptions): BalanceAccount<FlexpriceSnapshot> {
  // A caller without types can leave the options out; the wallet is then what is missing.
  const { walletId, ...accountOptions } = ownOptions(options) ?? {};
  // Called for what it refuses; the client encodes the id again.
  encodePathParameter("flexprice", "walletId", walletId);
  return singleRequestAccount("flexprice", accountOptions, createFlexpriceTransport, {
    path: "/wallets/{id}/balance/real-time",
    params: { path: { id: walletId }, query: { expand: "credits_available_breakdown" } },
    decode: decodeFlexpriceBalance,
  });
}

/**
 * Decodes a reply of Flexprice's `GET /wallets/{id}/balance/real-time`. The row counts money; the same funds in
 * credits are its equivalent. `available` may be below zero. `due` is what unpaid invoices hold of usage, which
 * `available` no longer contains.
 *
 * Not in the snapshot: `current_period_usage`, which restates total - available and holds the unpaid invoices, and
 * the settings (`topup_conversion_rate`, auto top-up, alert thresholds).
 * https://docs.flexprice.io/api-reference/wallets/get-wallet-balance
 */
export function decodeFlexpriceBalance(reply: VendorReply, options: DecodeOptions = {}): FlexpriceSnapshot {
  const { root, badResponse, snapshot } = openReply("flexprice", reply, readFlexpriceProblem);
  const id = root.member("id").text("expected");
  const state = readState(root.member("wallet_status"));
  const row = new BalanceRow();
  const total = row.reported("/total", root.member("balance").amount());
  const available = row.reported("/available", liveAmount(root.member("real_time_balance"), state));
  const due = row.reported("/due", root.member("unpaid_invoices_amount").amount("optional"));
  const credits = readCredits(root, row, state);
  // The rate says how much a credit is worth, not how many there are.
  if (!row.holdsAmounts) throw badResponse("the reply holds none of the amounts that a wallet documents");

  const rate = row.reported("/equivalents/0/rate", root.member("conversion_rate").amount());
  checkProduct(root.member("balance"), total, credits.total, rate);
  if (root.member("is_cached_fallback").boolean() === true) {
    root.member("is_cached_fallback").issue("stale", "is true: the live amounts come from a cache");
  }
  const equivalent = unlessEmpty({ rate, ...credits });
  const { asset, assetFrom } = statedAsset(options, "flexprice", root.member("currency"));
  const balance = row.finish(asset, {
    total,
    available,
    due,
    asOf: total === undefined ? undefined : storedAt(root.member("balance_updated_at")),
    assetFrom,
    equivalents: equivalent && [{ asset: creditOf(id), ...equivalent }],
  });
  const owner = root.member("customer_id").text();
  const name = root.member("name").text();
  return snapshot("flexprice", options, { account: { id, owner, name }, state, balances: [balance] });
}

function readState(node: ReplyNode): string | undefined {
  const state = node.text("expected");
  if (state !== undefined && state !== "active" && !isStopped(state)) {
    node.issue("unknown_enum", "is none of active, frozen and closed");
  }
  return state;
}

function isStopped(state: string | undefined): boolean {
  return state === "frozen" || state === "closed";
}

/** A live amount; the vendor computes it for active wallets alone and fills in "0" for all others. */
function liveAmount(node: ReplyNode, state: string | undefined): ReturnType<ReplyNode["amount"]> {
  const stopped = isStopped(state);
  const amount = node.amount(stopped ? "optional" : "expected");
  if (amount === undefined) return undefined;
  // In a state that is not known "0" is the same placeholder, and any other amount was computed.
  const isFilledIn = stopped || (state !== undefined && state !== "active" && amount.value === "0");
  if (!isFilledIn) return amount;
  node.issue("placeholder", "says nothing about a wallet that is not active");
  return undefined;
}

type Credits = { readonly [Field in "total" | "available" | "parts"]: Equivalent[Field] | undefined };

function readCredits(root: ReplyNode, row: BalanceRow, state: string | undefined): Credits {
  return {
    total: row.reported("/equivalents/0/total", root.member("credit_balance").amount()),
    available: row.reported(
      "/equivalents/0/available",
      liveAmount(root.member("real_time_credit_balance"), state),
    ),
    parts: readParts(root.member("credits_available_breakdown"), row),
  };
}

/** The credits by origin. Refunds and bonuses are in neither part, so the two may add up to less than the total. */
function readParts(node: ReplyNode, row: BalanceRow): Equivalent["parts"] | undefined {
  if (node.value === undefined) return undefined;
  if (!node.isObject()) {
    node.issue(
      node.value === null ? "null_field" : "alternate_shape",
      `must be an object, received ${describe(node.value)}`,
    );
    return undefined;
  }
  const granted = row.reported("/equivalents/0/parts/0/amount", node.member("free").amount());
  const purchased = row.reported("/equivalents/0/parts/1/amount", node.member("purchased").amount());
  return grantedAndPurchased(granted, purchased);
}

/** The stored balance is rounded to nine decimals, so anything from one unit of the ninth on is a difference. */
function checkProduct(
  node: ReplyNode,
  total: Balance["total"],
  credits: Equivalent["total"],
  rate: Equivalent["rate"],
): void {
  if (total === undefined || credits === undefined || rate === undefined) return;
  const difference = subtractDecimal(total, multiplyDecimal(credits, rate));
  const unit = "0.000000001";
  if (compareDecimal(difference, unit) >= 0 || compareDecimal(difference, `-${unit}`) <= 0) {
    node.issue("inconsistent", "is not credit_balance x conversion_rate");
  }
}

/** When the stored wallet last changed. The live amounts are computed later, at a time the vendor does not tell. */
function storedAt(node: ReplyNode): Balance["asOf"] {
  const at = utcTime(node);
  return at === undefined ? undefined : { at, source: "record", fields: ["total"] };
}

/** A credit means something in its wallet alone: another wallet of the same customer has another rate. */
function creditOf(walletId: string | undefined): Asset {
  if (walletId === undefined) return unknownAsset("flexprice");
  return { kind: "credit", code: "credit", id: `flexprice:${walletId}:credit` };
}
