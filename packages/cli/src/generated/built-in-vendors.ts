// Generated from specs/, which has a folder for each vendor, by `pnpm generate`. Do not edit.

import {
  bitfrontAccount,
  bitfrontCapabilities,
  byteniteAccount,
  byteniteCapabilities,
  deepgramAccount,
  deepgramCapabilities,
  deepseekAccount,
  deepseekCapabilities,
  digitaloceanAccount,
  digitaloceanCapabilities,
  elevenlabsAccount,
  elevenlabsCapabilities,
  flexpriceAccount,
  flexpriceCapabilities,
  glyphrunAccount,
  glyphrunCapabilities,
  linodeAccount,
  linodeCapabilities,
  moonshotAccount,
  moonshotCapabilities,
  openrouterAccount,
  openrouterCapabilities,
  stripeAccount,
  stripeCapabilities,
  telnyxAccount,
  telnyxCapabilities,
  twilioAccount,
  twilioCapabilities,
  vonageAccount,
  vonageCapabilities,
  vultrAccount,
  vultrCapabilities,
  xaiAccount,
  xaiCapabilities,
  type BuiltInVendor,
} from "@openbalance/normalize";
import { bitfront } from "../built-in/bitfront.ts";
import { bytenite } from "../built-in/bytenite.ts";
import { deepgram } from "../built-in/deepgram.ts";
import { deepseek } from "../built-in/deepseek.ts";
import { digitalocean } from "../built-in/digitalocean.ts";
import { elevenlabs } from "../built-in/elevenlabs.ts";
import { flexprice } from "../built-in/flexprice.ts";
import { glyphrun } from "../built-in/glyphrun.ts";
import { linode } from "../built-in/linode.ts";
import { moonshot } from "../built-in/moonshot.ts";
import { openrouter } from "../built-in/openrouter.ts";
import { stripe } from "../built-in/stripe.ts";
import { telnyx } from "../built-in/telnyx.ts";
import { twilio } from "../built-in/twilio.ts";
import { vonage } from "../built-in/vonage.ts";
import { vultr } from "../built-in/vultr.ts";
import { xai } from "../built-in/xai.ts";
import type { BuiltIn } from "../built-in/vendor-entry.ts";

/** What is known of each vendor: those that are gone last, else in the order of the alphabet. */
export const builtInVendors: Readonly<Record<BuiltInVendor, BuiltIn>> = {
  deepgram: {
    ...deepgram,
    account: deepgramAccount,
    capabilities: deepgramCapabilities,
    fields: () => import("@openbalance/deepgram/fields"),
  },
  deepseek: {
    ...deepseek,
    account: deepseekAccount,
    capabilities: deepseekCapabilities,
    fields: () => import("@openbalance/deepseek/fields"),
  },
  digitalocean: {
    ...digitalocean,
    account: digitaloceanAccount,
    capabilities: digitaloceanCapabilities,
    fields: () => import("@openbalance/digitalocean/fields"),
  },
  elevenlabs: {
    ...elevenlabs,
    account: elevenlabsAccount,
    capabilities: elevenlabsCapabilities,
    fields: () => import("@openbalance/elevenlabs/fields"),
  },
  flexprice: {
    ...flexprice,
    account: flexpriceAccount,
    capabilities: flexpriceCapabilities,
    fields: () => import("@openbalance/flexprice/fields"),
  },
  glyphrun: {
    ...glyphrun,
    account: glyphrunAccount,
    capabilities: glyphrunCapabilities,
    fields: () => import("@openbalance/glyphrun/fields"),
  },
  linode: {
    ...linode,
    account: linodeAccount,
    capabilities: linodeCapabilities,
    fields: () => import("@openbalance/linode/fields"),
  },
  moonshot: {
    ...moonshot,
    account: moonshotAccount,
    capabilities: moonshotCapabilities,
    fields: () => import("@openbalance/moonshot/fields"),
  },
  openrouter: {
    ...openrouter,
    account: openrouterAccount,
    capabilities: openrouterCapabilities,
    fields: () => import("@openbalance/openrouter/fields"),
  },
  stripe: {
    ...stripe,
    account: stripeAccount,
    capabilities: stripeCapabilities,
    fields: () => import("@openbalance/stripe/fields"),
  },
  telnyx: {
    ...telnyx,
    account: telnyxAccount,
    capabilities: telnyxCapabilities,
    fields: () => import("@openbalance/telnyx/fields"),
  },
  twilio: {
    ...twilio,
    account: twilioAccount,
    capabilities: twilioCapabilities,
    fields: () => import("@openbalance/twilio/fields"),
  },
  vonage: {
    ...vonage,
    account: vonageAccount,
    capabilities: vonageCapabilities,
    fields: () => import("@openbalance/vonage/fields"),
  },
  vultr: {
    ...vultr,
    account: vultrAccount,
    capabilities: vultrCapabilities,
    fields: () => import("@openbalance/vultr/fields"),
  },
  xai: {
    ...xai,
    account: xaiAccount,
    capabilities: xaiCapabilities,
    fields: () => import("@openbalance/xai/fields"),
  },
  bitfront: {
    ...bitfront,
    account: bitfrontAccount,
    capabilities: bitfrontCapabilities,
    fields: () => import("@openbalance/bitfront/fields"),
  },
  bytenite: {
    ...bytenite,
    account: byteniteAccount,
    capabilities: byteniteCapabilities,
    fields: () => import("@openbalance/bytenite/fields"),
  },
};
