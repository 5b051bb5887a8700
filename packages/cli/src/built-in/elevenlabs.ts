import { address, secret, type VendorEntry } from "./vendor-entry.ts";

export const elevenlabs: VendorEntry = {
  title: "ElevenLabs",
  api: { status: "alive" },
  settings: [
    secret("apiKey", "ELEVENLABS_API_KEY", "API key with the right user_read"),
    address("ELEVENLABS_BASE_URL"),
  ],
  demo: { apiKey: "demo-elevenlabs-key" },
};
