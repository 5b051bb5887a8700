import type { BalanceAccount } from "../../src/index.ts";
import {
  bitfrontAccount,
  byteniteAccount,
  flexpriceAccount,
  glyphrunAccount,
  telnyxAccount,
} from "../../src/index.ts";

/** A vendor whose replies a test writes, down to the last digit. */
export interface WireVendor {
  readonly vendor: string;
  readonly account: (baseUrl: string) => BalanceAccount;
  /** A reply with these two literals as total and available. */
  readonly reply: (total: string, available: string, others?: string) => string;
  readonly totalAt: string;
  readonly availableAt: string;
}

const retry = false;
// Servers of these tests take what comes, and thousands of accounts share a key.
const rateLimit = false;

export const wireVendors: readonly WireVendor[] = [
  {
    vendor: "telnyx",
    account: (baseUrl) => telnyxAccount({ apiKey: "k", baseUrl, retry, rateLimit }),
    reply: (total, available, others = "") =>
      `{"data":{"currency":"USD",${others}"credit_limit":"0","pending":"0","balance":${total},"available_credit":${available}}}`,
    totalAt: "/data/balance",
    availableAt: "/data/available_credit",
  },
  {
    vendor: "flexprice",
    account: (baseUrl) => flexpriceAccount({ apiKey: "k", walletId: "wallet_1", baseUrl, retry, rateLimit }),
    reply: (total, available, others = "") =>
      `{"id":"wallet_1","wallet_status":"active","currency":"usd","conversion_rate":"1","credit_balance":"1",` +
      `"real_time_credit_balance":"1",${others}"balance":${total},"real_time_balance":${available}}`,
    totalAt: "/balance",
    availableAt: "/real_time_balance",
  },
  {
    vendor: "bytenite",
    account: (baseUrl) => byteniteAccount({ accessToken: "t", baseUrl, retry, rateLimit }),
    reply: (total, available, others = "") =>
      `{${others}"totalBalance":${total},"availableBalance":${available}}`,
    totalAt: "/totalBalance",
    availableAt: "/availableBalance",
  },
  {
    vendor: "glyphrun",
    account: (baseUrl) => glyphrunAccount({ token: "t", baseUrl, retry, rateLimit }),
    reply: (total, available, others = "") =>
      `{"wallet":{${others}"balance":${total},"availableBalance":${available}}}`,
    totalAt: "/wallet/balance",
    availableAt: "/wallet/availableBalance",
  },
  {
    vendor: "bitfront",
    account: (baseUrl) => bitfrontAccount({ apiKey: "k", apiSecret: "s", baseUrl, retry, rateLimit }),
    reply: (total, available, others = "") =>
      `{"statusCode":1000,"responseData":[{"currency":"BTC",${others}"balance":${total},"availableBalance":${available}}]}`,
    totalAt: "/responseData/0/balance",
    availableAt: "/responseData/0/availableBalance",
  },
];
