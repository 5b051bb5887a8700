import { address, secret, type VendorEntry } from "./vendor-entry.ts";

export const digitalocean: VendorEntry = {
  title: "DigitalOcean",
  api: { status: "alive" },
  settings: [
    secret("token", "DIGITALOCEAN_TOKEN", "personal access token"),
    address("DIGITALOCEAN_BASE_URL"),
  ],
  demo: { token: "dop_v1_demo" },
};
