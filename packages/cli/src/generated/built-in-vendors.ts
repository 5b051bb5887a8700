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
  type BalanceAccount,
  type BuiltInVendor,
  type VendorCapabilities,
} from "@openbalance/normalize";

interface BuiltIn {
  readonly account: (options: never) => BalanceAccount;
  readonly capabilities: VendorCapabilities;
}

/** What makes an account of each vendor, and what its replies can fill. */
export const builtInVendors: Readonly<Record<BuiltInVendor, BuiltIn>> = {
  bitfront: { account: bitfrontAccount, capabilities: bitfrontCapabilities },
  bytenite: { account: byteniteAccount, capabilities: byteniteCapabilities },
  deepgram: { account: deepgramAccount, capabilities: deepgramCapabilities },
  deepseek: { account: deepseekAccount, capabilities: deepseekCapabilities },
  digitalocean: { account: digitaloceanAccount, capabilities: digitaloceanCapabilities },
  elevenlabs: { account: elevenlabsAccount, capabilities: elevenlabsCapabilities },
  flexprice: { account: flexpriceAccount, capabilities: flexpriceCapabilities },
  glyphrun: { account: glyphrunAccount, capabilities: glyphrunCapabilities },
  linode: { account: linodeAccount, capabilities: linodeCapabilities },
  moonshot: { account: moonshotAccount, capabilities: moonshotCapabilities },
  openrouter: { account: openrouterAccount, capabilities: openrouterCapabilities },
  stripe: { account: stripeAccount, capabilities: stripeCapabilities },
  telnyx: { account: telnyxAccount, capabilities: telnyxCapabilities },
  twilio: { account: twilioAccount, capabilities: twilioCapabilities },
  vonage: { account: vonageAccount, capabilities: vonageCapabilities },
  vultr: { account: vultrAccount, capabilities: vultrCapabilities },
  xai: { account: xaiAccount, capabilities: xaiCapabilities },
};
