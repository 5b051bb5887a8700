import { demoAccounts } from "../demo-accounts.ts";

/** The environment in which examples run: demo credentials, and a mock for each vendor's own address. */
export function exampleEnvironment(urls: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const mocks = Object.entries(vendorAddresses).flatMap(([vendor, places]) =>
    places.map((place) => [place, urls[vendor]]),
  );
  return {
    ...demoAccounts(urls),
    FORCE_COLOR: "0",
    DOCUMENTATION_MOCKS: JSON.stringify(Object.fromEntries(mocks)),
  };
}

/** The vendors' own addresses. */
export const vendorAddresses: Readonly<Record<string, readonly string[]>> = {
  linode: ["https://api.linode.com/v4"],
  vultr: ["https://api.vultr.com/v2"],
  digitalocean: ["https://api.digitalocean.com"],
  stripe: ["https://api.stripe.com"],
  elevenlabs: ["https://api.elevenlabs.io"],
  deepgram: ["https://api.deepgram.com"],
  vonage: ["https://rest.nexmo.com"],
  xai: ["https://management-api.x.ai"],
  bitfront: ["https://openapi.bitfront.me"],
  bytenite: ["https://api.bytenite.com/v1/wallet", "https://api.bytenite.com/v1/auth"],
  deepseek: ["https://api.deepseek.com"],
  flexprice: ["https://us.api.flexprice.io/v1", "https://api.cloud.flexprice.io/v1"],
  glyphrun: ["https://api.glyphrun.com"],
  moonshot: ["https://api.moonshot.ai", "https://api.moonshot.cn"],
  openrouter: ["https://openrouter.ai/api/v1"],
  telnyx: ["https://api.telnyx.com/v2"],
  twilio: ["https://api.twilio.com"],
};
