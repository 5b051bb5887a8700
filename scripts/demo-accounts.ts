/** The environment under which the command line reads the mocks at the given addresses. */
export function demoAccounts(urls: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const addresses = Object.entries(urls).map(([vendor, url]) => [
    `${vendor.toUpperCase().replaceAll("-", "_")}_BASE_URL`,
    url,
  ]);
  return {
    BITFRONT_API_KEY: "demo-bitfront-key",
    BITFRONT_API_SECRET: "demo-bitfront-secret",
    BYTENITE_API_KEY: "demo-bytenite-key",
    DEEPGRAM_API_KEY: "demo-deepgram-key",
    DEEPGRAM_PROJECT_ID: "3f1c0000-0000-4000-8000-000000000001",
    DEEPSEEK_API_KEY: "demo-deepseek-key",
    DIGITALOCEAN_TOKEN: "dop_v1_demo",
    ELEVENLABS_API_KEY: "demo-elevenlabs-key",
    FLEXPRICE_API_KEY: "sk_demo_flexprice",
    FLEXPRICE_WALLET_ID: "wallet_01J9ZQ4N",
    GLYPHRUN_TOKEN: "demo-glyphrun-token",
    LINODE_TOKEN: "demo-linode-token",
    MOONSHOT_API_KEY: "sk-demo-moonshot",
    MOONSHOT_CURRENCY: "USD",
    OPENROUTER_MANAGEMENT_KEY: "sk-or-v1-demo",
    STRIPE_SECRET_KEY: "sk_test_demo_stripe",
    TELNYX_API_KEY: "KEY_demo_telnyx",
    TWILIO_ACCOUNT_SID: "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    TWILIO_AUTH_TOKEN: "demo-twilio-token",
    VONAGE_API_KEY: "abcd1234",
    VONAGE_API_SECRET: "demo-vonage-secret",
    VULTR_API_KEY: "demo-vultr-key",
    XAI_MANAGEMENT_API_KEY: "demo-xai-key",
    XAI_TEAM_ID: "11111111-2222-4333-8444-555555555555",
    ...(urls["bytenite"] === undefined ? {} : { BYTENITE_AUTH_BASE_URL: urls["bytenite"] }),
    ...Object.fromEntries(addresses),
  };
}
