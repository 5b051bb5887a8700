import Telnyx from "telnyx";

export const read = (baseURL) =>
  new Telnyx({ apiKey: "KEY_demo_telnyx", baseURL, maxRetries: 0 }).balance.retrieve();
