// Generated from specs/, which has a folder for each vendor, by `pnpm generate`. Do not edit.

import type { BuiltInVendor } from "@openbalance/normalize";
import type { FieldTable } from "@openbalance/normalize/drift";

/** The members that the description of each vendor has, for every call. Loaded when they are asked for. */
export const vendorFields: Readonly<Record<BuiltInVendor, () => Promise<{ readonly fields: FieldTable }>>> = {
  bitfront: () => import("@openbalance/bitfront/fields"),
  bytenite: () => import("@openbalance/bytenite/fields"),
  deepgram: () => import("@openbalance/deepgram/fields"),
  deepseek: () => import("@openbalance/deepseek/fields"),
  digitalocean: () => import("@openbalance/digitalocean/fields"),
  elevenlabs: () => import("@openbalance/elevenlabs/fields"),
  flexprice: () => import("@openbalance/flexprice/fields"),
  glyphrun: () => import("@openbalance/glyphrun/fields"),
  linode: () => import("@openbalance/linode/fields"),
  moonshot: () => import("@openbalance/moonshot/fields"),
  openrouter: () => import("@openbalance/openrouter/fields"),
  stripe: () => import("@openbalance/stripe/fields"),
  telnyx: () => import("@openbalance/telnyx/fields"),
  twilio: () => import("@openbalance/twilio/fields"),
  vonage: () => import("@openbalance/vonage/fields"),
  vultr: () => import("@openbalance/vultr/fields"),
  xai: () => import("@openbalance/xai/fields"),
};
