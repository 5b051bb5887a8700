import { address, secret, setting, type VendorEntry } from "./vendor-entry.ts";

export const twilio: VendorEntry = {
  title: "Twilio",
  api: { status: "alive" },
  settings: [
    setting("accountSid", "TWILIO_ACCOUNT_SID", "the account to read, AC and 32 digits"),
    secret("authToken", "TWILIO_AUTH_TOKEN", "Auth Token of that account"),
    setting("apiKeySid", "TWILIO_API_KEY", "SID of an API key, in place of the token"),
    secret("apiKeySecret", "TWILIO_API_SECRET", "secret of that key"),
    address("TWILIO_BASE_URL"),
  ],
  needs: [["accountSid"], ["authToken", "apiKeySecret"]],
  // A key may lack the right to read a balance.
  inPlaceOf: () => ({ authToken: ["apiKeySid", "apiKeySecret"] }),
  demo: { accountSid: "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", authToken: "demo-twilio-token" },
};
