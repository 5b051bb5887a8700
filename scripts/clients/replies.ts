import { loadReplies } from "@openbalance/testing";

export type ComparedVendor = "telnyx" | "flexprice";

/** A reply that every client is given, byte for byte. */
export interface ComparedReply {
  readonly vendor: ComparedVendor;
  readonly name: string;
  readonly status: number;
  readonly text: string;
}

// More digits than a double holds, as a number: a form that neither vendor documents and one could send.
const longNumbers: readonly ComparedReply[] = [
  {
    vendor: "telnyx",
    name: "long-number",
    status: 200,
    text: '{"data":{"record_type":"balance","balance":90071992547409931.17,"currency":"USD"}}',
  },
];

/** Every reply that the descriptions of both vendors know, and one that they do not. */
export async function comparedReplies(): Promise<readonly ComparedReply[]> {
  const vendors: readonly ComparedVendor[] = ["telnyx", "flexprice"];
  const described = await Promise.all(
    vendors.map(async (vendor) =>
      (await loadReplies(vendor)).map(({ name, status, text }) => {
        return { vendor, name: name ?? "no-body", status, text };
      }),
    ),
  );
  return [...described.flat(), ...longNumbers];
}
