// Generated from specs/, which has a folder for each vendor, by `pnpm generate`. Do not edit.

import type { BitfrontSnapshot } from "../vendors/bitfront.ts";
import type { ByteniteSnapshot } from "../vendors/bytenite.ts";
import type { DeepgramSnapshot } from "../vendors/deepgram.ts";
import type { DeepseekSnapshot } from "../vendors/deepseek.ts";
import type { DigitaloceanSnapshot } from "../vendors/digitalocean.ts";
import type { ElevenlabsSnapshot } from "../vendors/elevenlabs.ts";
import type { FlexpriceSnapshot } from "../vendors/flexprice.ts";
import type { GlyphrunSnapshot } from "../vendors/glyphrun.ts";
import type { LinodeSnapshot } from "../vendors/linode.ts";
import type { MoonshotSnapshot } from "../vendors/moonshot.ts";
import type { OpenrouterSnapshot } from "../vendors/openrouter.ts";
import type { StripeSnapshot } from "../vendors/stripe.ts";
import type { TelnyxSnapshot } from "../vendors/telnyx.ts";
import type { TwilioSnapshot } from "../vendors/twilio.ts";
import type { VonageSnapshot } from "../vendors/vonage.ts";
import type { VultrSnapshot } from "../vendors/vultr.ts";
import type { XaiSnapshot } from "../vendors/xai.ts";

export * from "../vendors/bitfront.ts";
export * from "../vendors/bytenite.ts";
export * from "../vendors/deepgram.ts";
export * from "../vendors/deepseek.ts";
export * from "../vendors/digitalocean.ts";
export * from "../vendors/elevenlabs.ts";
export * from "../vendors/flexprice.ts";
export * from "../vendors/glyphrun.ts";
export * from "../vendors/linode.ts";
export * from "../vendors/moonshot.ts";
export * from "../vendors/openrouter.ts";
export * from "../vendors/stripe.ts";
export * from "../vendors/telnyx.ts";
export * from "../vendors/twilio.ts";
export * from "../vendors/vonage.ts";
export * from "../vendors/vultr.ts";
export * from "../vendors/xai.ts";

/** A snapshot of any vendor that this package knows; `vendor` tells which, and with it the type of `raw`. */
export type BuiltInSnapshot =
  | BitfrontSnapshot
  | ByteniteSnapshot
  | DeepgramSnapshot
  | DeepseekSnapshot
  | DigitaloceanSnapshot
  | ElevenlabsSnapshot
  | FlexpriceSnapshot
  | GlyphrunSnapshot
  | LinodeSnapshot
  | MoonshotSnapshot
  | OpenrouterSnapshot
  | StripeSnapshot
  | TelnyxSnapshot
  | TwilioSnapshot
  | VonageSnapshot
  | VultrSnapshot
  | XaiSnapshot;

/** The vendors that this package knows, for switches that the compiler keeps complete. */
export type BuiltInVendor = BuiltInSnapshot["vendor"];
