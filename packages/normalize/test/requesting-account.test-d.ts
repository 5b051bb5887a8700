import { createTelnyxTransport, type TelnyxOptions } from "@openbalance/telnyx";
import { createXaiTransport, type XaiOptions } from "@openbalance/xai";
import type { BalanceAccount } from "../src/model/account.ts";
import type { BalanceSnapshot } from "../src/model/balance.ts";
import { singleRequestAccount } from "../src/read/requesting-account.ts";

// Compiled, never run: `tsc` fails where a line below an `@ts-expect-error` is accepted after all.

type Decode = () => BalanceSnapshot;

export function onlyDescribedPathsCanBeAsked(options: TelnyxOptions, decode: Decode): BalanceAccount {
  // @ts-expect-error A path that the description does not have.
  singleRequestAccount("telnyx", options, createTelnyxTransport, { path: "/balances", decode });
  return singleRequestAccount("telnyx", options, createTelnyxTransport, { path: "/balance", decode });
}

export function whatThePathNeedsIsGiven(options: XaiOptions, decode: Decode): BalanceAccount {
  const path = "/v1/billing/teams/{team_id}/prepaid/balance";
  // @ts-expect-error The path has a parameter.
  singleRequestAccount("xai", options, createXaiTransport, { path, decode });
  const params = { path: { team_id: "t" } };
  return singleRequestAccount("xai", options, createXaiTransport, { path, params, decode });
}
