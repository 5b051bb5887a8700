import { decodeTwilioBalance } from "@openbalance/normalize/twilio";
import { createTwilioClient } from "@openbalance/twilio";
import type { ComparedClient } from "../compared-client.ts";

const accountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

export const compared: ComparedClient = {
  operationId: "FetchBalance",
  decode: decodeTwilioBalance,
  renames: true,
  read(baseUrl) {
    const client = createTwilioClient({ accountSid, authToken: "demo-twilio-token", baseUrl, retry: false });
    const params = { path: { AccountSid: accountSid } };
    return client.GET("/2010-04-01/Accounts/{AccountSid}/Balance.json", { params });
  },
};
