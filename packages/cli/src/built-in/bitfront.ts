import { textOption } from "../runtime/environment.ts";
import { address, secret, type VendorEntry } from "./vendor-entry.ts";

export const bitfront: VendorEntry = {
  title: "Bitfront",
  api: { status: "gone", note: "closed in 2022, withdrawals ended on 2023-03-31" },
  settings: [
    secret("apiKey", "BITFRONT_API_KEY", "public half of the key"),
    secret("apiSecret", "BITFRONT_API_SECRET", "secret half, which signs and is never sent"),
    address("BITFRONT_BASE_URL"),
  ],
  shortestIntervalMs: 10_000,
  async measureClock(values, signal) {
    const { measureBitfrontClock } = await import("./bitfront-clock.ts");
    return measureBitfrontClock(textOption("baseUrl", values["baseUrl"]), signal);
  },
  balanceCall: () => "GET /v1/account/balances",
  demo: { apiKey: "demo-bitfront-key", apiSecret: "demo-bitfront-secret" },
};
