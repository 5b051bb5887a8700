import {
  BalanceRow,
  currencyAsset,
  defineVendor,
  describeProblem,
  subtractDecimal,
  textAt,
  type BalanceErrorCode,
  type Problem,
  type Reply,
  type SnapshotContent,
  type SuccessReply,
  type VendorCapabilities,
} from "@openbalance/normalize";

// Parcelwise, a made-up vendor, answers GET /v1/wallets/{walletId}/balance with
//   { "wallet": { "id": "w-7", "currency": "usd", "balance": 120.50, "reserved": "20.25" } }
// and a refusal with
//   { "error": { "code": "wallet_frozen", "message": "…" } }

/** What its own codes mean; a code that is not here leaves it to the HTTP status. */
const codes = new Map<string | undefined, BalanceErrorCode>([
  ["bad_key", "unauthenticated"],
  ["wallet_frozen", "forbidden"],
  ["slow_down", "rate_limited"],
]);

function readProblem({ status, body }: Reply): Problem | undefined {
  const vendorCode = textAt(body, "error", "code");
  return describeProblem(status, {
    code: codes.get(vendorCode),
    vendorCode,
    message: textAt(body, "error", "message"),
  });
}

/** Reads what the vendor states, and derives what follows from it. What is odd becomes an issue by itself. */
function decode({ root, badResponse }: SuccessReply): SnapshotContent {
  const wallet = root.member("wallet");
  if (!wallet.isObject()) throw badResponse("/wallet is no object");
  const row = new BalanceRow();
  const total = row.reported("/total", wallet.member("balance").amount());
  const held = row.reported("/held", wallet.member("reserved").amount("optional"));
  const available =
    total === undefined || held === undefined
      ? undefined
      : row.derived("/available", "total - held", ["/total", "/held"], subtractDecimal(total, held));
  const asset = currencyAsset("parcelwise", wallet.member("currency"));
  return {
    account: { id: wallet.member("id").text() },
    balances: [row.finish(asset, { total, held, available })],
  };
}

/** Where each field of a snapshot comes from; the test holds the decoder to it. */
export const parcelwiseCapabilities: VendorCapabilities = {
  fields: {
    total: { reportedAt: ["/wallet/balance"] },
    held: { reportedAt: ["/wallet/reserved"] },
    available: { derivedBy: "total - held" },
    "account.id": { reportedAt: ["/wallet/id"] },
  },
  leftOut: {},
};

/**
 * `parcelwiseAccount({ apiKey, walletId })` is read with `readBalance`, like every other account;
 * `decodeParcelwiseBalance` is for a reply that is at hand.
 */
export const { account: parcelwiseAccount, decodeBalance: decodeParcelwiseBalance } = defineVendor({
  vendor: "parcelwise",
  baseUrl: "https://api.parcelwise.example/v1",
  path: "/wallets/{walletId}/balance",
  credentials: ["apiKey"],
  authorize(request, { apiKey }) {
    request.headers["x-api-key"] = apiKey;
  },
  readProblem,
  decode,
});
