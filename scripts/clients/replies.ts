import { loadReplies } from "@openbalance/testing";

/** The vendors that publish a client, with the call that is compared. */
const calls = {
  telnyx: "GetUserBalance",
  flexprice: "getWalletBalance",
  deepgram: "listProjectBalances",
  openrouter: "getCredits",
  stripe: "GetBalance",
  twilio: "FetchBalance",
  vonage: "getAccountBalance",
} as const;

export type ComparedVendor = keyof typeof calls;

// The keys of an object of this file's own.
export const comparedVendors = Object.keys(calls) as readonly ComparedVendor[];

/** A reply that every client is given, byte for byte. */
export interface ComparedReply {
  readonly vendor: ComparedVendor;
  readonly name: string;
  readonly status: number;
  readonly text: string;
}

// More digits than a double holds, as a number: a form that no vendor documents and one could send.
const longNumbers: readonly ComparedReply[] = [
  {
    vendor: "telnyx",
    name: "long-number",
    status: 200,
    text: '{"data":{"record_type":"balance","balance":90071992547409931.17,"currency":"USD"}}',
  },
];

/** Every reply that the descriptions of these calls know, and one that they do not. */
export async function comparedReplies(): Promise<readonly ComparedReply[]> {
  const described = await Promise.all(
    comparedVendors.map(async (vendor) => {
      const replies = await loadReplies(vendor);
      const ofCall = replies.filter(({ operationId }) => operationId === calls[vendor]);
      return ofCall.map(({ name, status, text }) => ({ vendor, name: name ?? "no-body", status, text }));
    }),
  );
  return [...described.flat(), ...longNumbers];
}
