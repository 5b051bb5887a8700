/** Credentials for the mocks. Each is a text that a test can look for in what is printed. */
export const credentials = {
  BYTENITE_API_KEY: "bytenite-secret-1",
  FLEXPRICE_API_KEY: "sk_flexprice_secret_2",
  FLEXPRICE_WALLET_ID: "wallet_01J9ZQ4N",
  TELNYX_API_KEY: "KEY_telnyx_secret_3",
  GLYPHRUN_TOKEN: "glyphrun-secret-4",
  BITFRONT_API_KEY: "bitfront-secret-5",
  BITFRONT_API_SECRET: "bitfront-secret-6",
} as const;

/** The environment in which the command line reads the mocks at the given addresses. */
export function environmentFor(urls: Readonly<Record<string, string>>): Record<string, string> {
  const addresses = Object.entries(urls).map(([vendor, url]) => [`${vendor.toUpperCase()}_BASE_URL`, url]);
  const authBaseUrl = urls["bytenite"] === undefined ? {} : { BYTENITE_AUTH_BASE_URL: urls["bytenite"] };
  return { ...credentials, ...authBaseUrl, ...Object.fromEntries(addresses) };
}
