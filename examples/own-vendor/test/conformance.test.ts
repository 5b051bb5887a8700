import { describeConformance } from "@openbalance/normalize/conformance";
import { describe, it } from "vitest";
import { decodeParcelwiseBalance, parcelwiseCapabilities } from "../own-vendor.ts";

describeConformance(
  {
    vendor: "parcelwise",
    decodeBalance: decodeParcelwiseBalance,
    capabilities: parcelwiseCapabilities,
    examples: [
      {
        name: "some of it reserved",
        status: 200,
        text: '{"wallet":{"id":"w-7","currency":"usd","balance":120.50,"reserved":"20.25"}}',
      },
      { name: "nothing reserved", status: 200, text: '{"wallet":{"id":"w-7","currency":"usd","balance":0}}' },
      {
        name: "frozen",
        status: 409,
        text: '{"error":{"code":"wallet_frozen","message":"This wallet is frozen"}}',
      },
    ],
  },
  { describe, it },
);
