import { loadReplies } from "@openbalance/testing";
import { describe, it } from "vitest";
import { describeConformance, type ConformanceExample } from "../../src/conformance.ts";
import { bitfrontCapabilities, decodeBitfrontBalance } from "../../src/vendors/bitfront.ts";
import { byteniteCapabilities, decodeByteniteBalance } from "../../src/vendors/bytenite.ts";
import { decodeFlexpriceBalance, flexpriceCapabilities } from "../../src/vendors/flexprice.ts";
import { decodeGlyphrunBalance, glyphrunCapabilities } from "../../src/vendors/glyphrun.ts";
import { decodeTelnyxBalance, telnyxCapabilities } from "../../src/vendors/telnyx.ts";

const subjects = [
  { vendor: "bitfront", decodeBalance: decodeBitfrontBalance, capabilities: bitfrontCapabilities },
  { vendor: "bytenite", decodeBalance: decodeByteniteBalance, capabilities: byteniteCapabilities },
  { vendor: "flexprice", decodeBalance: decodeFlexpriceBalance, capabilities: flexpriceCapabilities },
  { vendor: "glyphrun", decodeBalance: decodeGlyphrunBalance, capabilities: glyphrunCapabilities },
  { vendor: "telnyx", decodeBalance: decodeTelnyxBalance, capabilities: telnyxCapabilities },
] as const;

/** Every reply that the vendor's description and its mock overlay show, but those of other calls. */
async function examplesOf(vendor: string): Promise<readonly ConformanceExample[]> {
  const replies = (await loadReplies(vendor)).filter(
    ({ operationId }) => operationId !== "Auth_RequestAccessToken",
  );
  return replies.map(({ operationId, status, name, text }) => ({
    name: `${operationId} ${status} ${name ?? "without a body"}`,
    status,
    text,
  }));
}

for (const subject of subjects) {
  describeConformance({ ...subject, examples: await examplesOf(subject.vendor) }, { describe, it });
}
