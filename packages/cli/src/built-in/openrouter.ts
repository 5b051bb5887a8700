import { address, choice, secret, type VendorEntry } from "./vendor-entry.ts";

export const openrouter: VendorEntry = {
  title: "OpenRouter",
  api: { status: "alive" },
  settings: [
    {
      ...secret(
        "managementKey",
        "OPENROUTER_MANAGEMENT_KEY",
        "management key, which alone may read the account",
      ),
      fills: "apiKey",
    },
    secret("apiKey", "OPENROUTER_API_KEY", "key, read where there is no management key"),
    choice(
      "scope",
      "OPENROUTER_SCOPE",
      ["account", "key"],
      "all credits (the default), or the limit of the key itself",
    ),
    address("OPENROUTER_BASE_URL"),
  ],
  needs: [["managementKey", "apiKey"]],
  // The limit of a key is that of the key that makes calls, so it goes first there.
  inPlaceOf: ({ scope }) => (scope === "key" ? { apiKey: ["managementKey"] } : { managementKey: ["apiKey"] }),
  refusedHint: ({ scope }) => (scope === "key" ? undefined : "a management key"),
  balanceCall: ({ account }) => (account.scope === "key" ? "GET /key" : "GET /credits"),
  demo: { managementKey: "sk-or-v1-demo" },
};
