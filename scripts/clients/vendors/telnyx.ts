import { decodeTelnyxBalance } from "@openbalance/normalize/telnyx";
import { createTelnyxClient } from "@openbalance/telnyx";
import type { ComparedClient } from "../compared-client.ts";

export const compared: ComparedClient = {
  operationId: "GetUserBalance",
  decode: decodeTelnyxBalance,
  read: (baseUrl) => createTelnyxClient({ apiKey: "KEY_demo_telnyx", baseUrl, retry: false }).GET("/balance"),
  // More digits than a double holds, as a number: a form that no vendor documents and one could send.
  undocumented: {
    "long-number": '{"data":{"record_type":"balance","balance":90071992547409931.17,"currency":"USD"}}',
  },
};
