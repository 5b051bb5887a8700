import { createTelnyxClient } from "@openbalance/telnyx";
import {
  bitfrontAccount,
  byteniteAccount,
  flexpriceAccount,
  glyphrunAccount,
  readBalances,
  telnyxAccount,
} from "@openbalance/normalize";
import { decodeTelnyxBalance } from "@openbalance/normalize/telnyx";

// The consumer has no @types/node, to show that the packages need none.
declare const process: { readonly env: object };
const environment = process.env as Readonly<Record<string, string>>;
const setting = (name: string): string => environment[name] ?? "";

const report = await readBalances([
  byteniteAccount({
    apiKey: setting("BYTENITE_API_KEY"),
    baseUrl: setting("BYTENITE_BASE_URL"),
    authBaseUrl: setting("BYTENITE_AUTH_BASE_URL"),
  }),
  flexpriceAccount({
    apiKey: setting("FLEXPRICE_API_KEY"),
    walletId: setting("FLEXPRICE_WALLET_ID"),
    baseUrl: setting("FLEXPRICE_BASE_URL"),
  }),
  telnyxAccount({ apiKey: setting("TELNYX_API_KEY"), baseUrl: setting("TELNYX_BASE_URL") }),
  glyphrunAccount({ token: () => setting("GLYPHRUN_TOKEN"), baseUrl: setting("GLYPHRUN_BASE_URL") }),
  bitfrontAccount({
    apiKey: setting("BITFRONT_API_KEY"),
    apiSecret: setting("BITFRONT_API_SECRET"),
    baseUrl: setting("BITFRONT_BASE_URL"),
  }),
]);
if (!report.complete) throw new Error(JSON.stringify(report.results));
const rows = report.results.flatMap((result) => (result.ok ? result.snapshot.balances : []));

const client = createTelnyxClient({ apiKey: setting("TELNYX_API_KEY"), baseUrl: setting("TELNYX_BASE_URL") });
const { data } = await client.GET("/balance");
const balance: string | undefined = data.data?.balance;
const { data: text, response } = await client.GET("/balance", { parseAs: "text" });
const snapshot = decodeTelnyxBalance({ status: response.status, text, fetchedAt: new Date().toISOString() });
if (balance !== "300.00" || snapshot.balances[0]?.total !== "300")
  throw new Error("the Telnyx balance is not 300");
console.log(`packed packages: imported, ${rows.length} balances of ${report.results.length} vendors read`);
