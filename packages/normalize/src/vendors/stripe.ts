import { ownOptions, type ReadingClient } from "@openbalance/http";
import { createStripeTransport, readStripeProblem } from "@openbalance/stripe";
import type { StripeBalanceReply, StripePaths, StripeOptions } from "@openbalance/stripe";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import { unknownAsset, type Asset } from "../model/asset.ts";
import type { Balance, BalanceKind, BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow, withoutAbsent } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { currencyAsset } from "../decode/currency-asset.ts";
import { checkSum } from "../decode/check-sum.ts";
import type { Decimal } from "../model/decimal.ts";
import { noteDuplicate } from "../decode/duplicate-asset.ts";
import { describe, type Counting, type ReplyNode, type ReportedAmount } from "../decode/reply-node.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type StripeSnapshot = BalanceSnapshot<"stripe", StripeBalanceReply>;

export type StripeAccountOptions = AccountOptions<StripeOptions, ReadingClient<StripePaths>>;

const page = "https://docs.stripe.com/api/balance/balance_object";
const byPayment = "the amount beside it, by ways of paying";

/** What a reply of Stripe can say. Nothing says how the lists add up to a total. */
export const stripeCapabilities: VendorCapabilities = {
  left: ["funds", "test"],
  fields: {
    available: {
      reportedAt: [
        "/available/*/amount",
        "/issuing/available/*/amount",
        "/refund_and_dispute_prefunding/available/*/amount",
      ],
      scale: "currency",
    },
    pending: {
      reportedAt: ["/pending/*/amount", "/refund_and_dispute_prefunding/pending/*/amount"],
      scale: "currency",
    },
    held: { reportedAt: ["/connect_reserved/*/amount"], scale: "currency" },
    pendingDirection: { documentedAt: page },
    pool: { documentedAt: page },
    "account.id": { requestedAs: "connectedAccount" },
  },
  leftOut: {
    "/instant_available": "overlaps with available and pending",
    "/available/*/source_types": byPayment,
    "/pending/*/source_types": byPayment,
    "/connect_reserved/*/source_types": byPayment,
    "/issuing/available/*/source_types": byPayment,
    "/refund_and_dispute_prefunding/*/*/source_types": byPayment,
  },
};

/** An account at Stripe, to be read with `readBalance`. Throws `config` when an option is missing or malformed. */
export function stripeAccount(options: StripeAccountOptions): BalanceAccount<StripeSnapshot> {
  // A caller without types can leave the options out; the client then says so.
  const own: StripeAccountOptions | undefined = ownOptions(options);
  const connectedAccount = own?.client === undefined ? own?.connectedAccount : undefined;
  return singleRequestAccount("stripe", options, createStripeTransport, {
    path: "/v1/balance",
    decode: (reply, { ref = "stripe" }) =>
      decodeStripeBalance(reply, { ref, ...withoutAbsent({ connectedAccount }) }),
  });
}

export interface StripeDecodeOptions extends Pick<DecodeOptions, "ref"> {
  /** The connected account that the reply is about, which it does not say. */
  readonly connectedAccount?: string;
}

/**
 * Decodes a reply of Stripe's `GET /v1/balance`: a row for each currency, and one with a `pool` for each of the funds for
 * issued cards and of those for refunds to come. What is held against connected accounts is `held`. There is no `total`.
 * `instant_available` restates money that is listed. https://docs.stripe.com/api/balance/balance_object
 */
export function decodeStripeBalance(reply: VendorReply, options: StripeDecodeOptions = {}): StripeSnapshot {
  const { root, badResponse, snapshot } = openReply("stripe", reply, readStripeProblem);
  const [available, pending] = [root.member("available"), root.member("pending")];
  if (available.elements() === undefined && pending.elements() === undefined) {
    throw badResponse("the reply lists nothing as /available or /pending");
  }
  const livemode = root.member("livemode");
  const kind = livemode.boolean() === false ? "test" : "funds";
  if (kind === "test") livemode.issue("test_mode", "is false: the key is a test key, so this is test money");
  const balances = [
    ...decodePot({ available, pending, held: root.member("connect_reserved") }, { kind }),
    ...decodePool(root, kind, "issuing", ["available"]),
    ...decodePool(root, kind, "refund_and_dispute_prefunding", ["available", "pending"]),
  ];
  return snapshot("stripe", options, { account: { id: ownOptions(options).connectedAccount }, balances });
}

/** A list of the reply by the field that its amounts fill. */
type Lists = Readonly<Partial<Record<Field, ReplyNode>>>;
type Field = "available" | "pending" | "held";

/** What the amounts of one pot of money have in common. */
type Pot = Pick<Balance, "kind" | "pool">;

interface Entry {
  readonly field: Field;
  readonly node: ReplyNode;
  readonly asset: Asset;
}

function decodePool(
  root: ReplyNode,
  kind: BalanceKind,
  id: string,
  fields: readonly Field[],
): readonly Balance[] {
  const pot = root.member(id);
  if (pot.value === undefined) return [];
  const lists: Lists = Object.fromEntries(fields.map((field) => [field, pot.member(field)]));
  return decodePot(lists, { kind, pool: { id, kind: "purpose" } });
}

/** One row for each currency of the lists, in the order in which they first name it. */
function decodePot(lists: Lists, pot: Pot): readonly Balance[] {
  const entries = [
    ...entriesOf("available", lists.available),
    ...entriesOf("pending", lists.pending),
    ...entriesOf("held", lists.held),
  ];
  // What names no currency belongs to nothing else.
  const rows = Map.groupBy(entries, ({ asset }) => (asset.code === undefined ? Symbol() : asset.id));
  const split = [...rows.values()].flatMap((row) => {
    const isPlain = new Set(row.map(({ field }) => field)).size === row.length;
    // A list names the currency twice, and nothing says what in another list belongs to which.
    return isPlain ? [row] : row.map((entry) => [entry]);
  });
  const seen = new Set<string>();
  return split.map((row) => decodeRow(row, pot, seen));
}

function entriesOf(field: Field, list: ReplyNode | undefined): readonly Entry[] {
  const nodes = list?.elements();
  const isLeftOut = list?.value === undefined;
  if (nodes === undefined && !(isLeftOut && field === "held")) {
    const code = isLeftOut ? "missing_field" : list.value === null ? "null_field" : "alternate_shape";
    list?.issue(code, `must be a list, received ${describe(list.value)}`);
  }
  return (nodes ?? []).map((node) => {
    return { field, node, asset: currencyAsset("stripe", node.member("currency")) };
  });
}

/** Entries of one currency, one of each list at most. */
function decodeRow(entries: readonly Entry[], pot: Pot, seen: Set<string>): Balance {
  const row = new BalanceRow();
  const asset = entries[0]?.asset ?? unknownAsset("stripe");
  noteDuplicate(entries[0]?.node, asset, seen);
  const counting = countingOf(asset);
  const amounts = entries.map(({ field, node }) => {
    const amount = counting && amountOf(field, node.member("amount"), counting);
    if (counting === undefined) noteUnknownScale(node.member("amount"));
    else checkSplit(node.member("source_types"), amount, counting);
    return [field, row.reported(`/${field}`, amount)] as const;
  });
  const fields: Partial<Record<Field, Decimal>> = Object.fromEntries(amounts);
  return row.finish(asset, { ...fields, pendingDirection: fields.pending && "in", ...pot });
}

const wholeUnits = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "));
const thousandths = new Set("BHD JOD KWD OMR TND".split(" "));

/** What is reserved is money that is held back, so below zero it says nothing that `held` could say. */
function amountOf(field: Field, node: ReplyNode, counting: Counting): ReportedAmount | undefined {
  return field === "held" ? node.unsignedAmount("expected", counting) : node.amount("expected", counting);
}

function noteUnknownScale(node: ReplyNode): void {
  if (node.value === undefined) return node.issue("missing_field", "is missing");
  node.issue("unknown_scale", "is counted in a unit whose decimals the documents do not say");
}

/**
 * Stripe's minor units, not those of ISO 4217: hundredths of ISK and UGX, whole MGA. Undefined for what is no currency of
 * the standard, such as a stablecoin: no page says how many decimals it has. https://docs.stripe.com/currencies
 */
function countingOf({ kind, code = "" }: Asset): Counting | undefined {
  if (kind !== "fiat") return undefined;
  return wholeUnits.has(code) ? {} : { scale: thousandths.has(code) ? -3 : -2 };
}

/** The shares by ways of paying are the amount, where there are any and each is a number. */
function checkSplit(split: ReplyNode, amount: ReportedAmount | undefined, counting: Counting): void {
  const shares = (split.members() ?? []).map(([, share]) => share.amount("optional", counting)?.value);
  if (shares.length > 0) checkSum(split, amount?.value, shares, "what adds up to the amount beside it");
}
