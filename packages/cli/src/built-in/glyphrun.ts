import { address, secret, type VendorEntry } from "./vendor-entry.ts";

export const glyphrun: VendorEntry = {
  title: "GlyphRun",
  api: { status: "unknown", note: "its documents were last changed on 2026-01-18" },
  settings: [
    secret("token", "GLYPHRUN_TOKEN", "token of a login, which lasts about an hour"),
    address("GLYPHRUN_BASE_URL"),
  ],
  shortestIntervalMs: 6_000,
  refusedHint: () => "younger than about an hour",
  demo: { token: "demo-glyphrun-token" },
};
