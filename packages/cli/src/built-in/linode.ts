import { address, secret, type VendorEntry } from "./vendor-entry.ts";

export const linode: VendorEntry = {
  title: "Linode",
  api: { status: "alive" },
  settings: [secret("token", "LINODE_TOKEN", "personal access token"), address("LINODE_BASE_URL")],
  demo: { token: "demo-linode-token" },
};
