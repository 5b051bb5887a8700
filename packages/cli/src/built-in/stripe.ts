import { address, secret, setting, type VendorEntry } from "./vendor-entry.ts";

export const stripe: VendorEntry = {
  title: "Stripe",
  api: { status: "alive" },
  settings: [
    secret("apiKey", "STRIPE_SECRET_KEY", "secret key, or a restricted one that may read the balance"),
    setting("connectedAccount", "STRIPE_CONNECTED_ACCOUNT", "a connected account, acct_ and what follows"),
    address("STRIPE_BASE_URL"),
  ],
  needs: [["apiKey"]],
  demo: { apiKey: "sk_test_demo_stripe" },
};
