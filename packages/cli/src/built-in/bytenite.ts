import { address, secret, type VendorEntry } from "./vendor-entry.ts";

export const bytenite: VendorEntry = {
  title: "ByteNite",
  api: { status: "gone", note: "wound down in 2026, its hosts no longer resolve" },
  settings: [
    secret("apiKey", "BYTENITE_API_KEY", "API key, exchanged for access tokens"),
    secret("accessToken", "BYTENITE_ACCESS_TOKEN", "access token, in place of a key"),
    address("BYTENITE_BASE_URL", "address of the wallet API"),
    address("BYTENITE_AUTH_BASE_URL", "address where a key is exchanged", "authBaseUrl"),
  ],
  needs: [["apiKey", "accessToken"]],
  // A token needs no address where a key is exchanged.
  inPlaceOf: () => ({ accessToken: ["apiKey", "authBaseUrl"] }),
  demo: { apiKey: "demo-bytenite-key" },
};
