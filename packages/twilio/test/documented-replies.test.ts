import { describeClient } from "@openbalance/testing/describe-client";
import { expectTypeOf } from "vitest";
import { createTwilioClient, type TwilioBalanceReply } from "../src/index.ts";

const accountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const params = { path: { AccountSid: accountSid } };

await describeClient({
  vendor: "twilio",
  createClient: (baseUrl) => createTwilioClient({ accountSid, authToken: "t0ken", baseUrl, retry: false }),
  calls: {
    FetchBalance: (client, options) =>
      client.GET("/2010-04-01/Accounts/{AccountSid}/Balance.json", { params, ...options }),
  },
  answer: { balance: "18.49325" },
  refusals: {
    "400 bad-request": ["bad_request", "20001"],
    "401 unauthenticated": ["unauthenticated", "20003"],
    "401 no-permission": ["forbidden", "70051"],
    "403 forbidden": ["forbidden", "70051"],
    "404 not-found": ["not_found", "20404"],
    "429 rate-limited": ["rate_limited", "20429"],
    "500 server-error": ["server_error"],
    "500 null-body": ["server_error"],
    "502 without a body": ["unavailable"],
    "503 unavailable": ["unavailable", "20503"],
    "504 without a body": ["unavailable"],
  },
});

expectTypeOf<TwilioBalanceReply["balance"]>().toEqualTypeOf<string | null | undefined>();
