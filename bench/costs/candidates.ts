import type { OwnSubjects } from "../clients/openbalance.ts";
import { ownVendors, peers, type SubjectName } from "../clients/load-subject.ts";

/** One thing that is measured, and what it is set beside. */
export interface Candidate {
  readonly label: string;
  readonly subject: SubjectName;
  /** The label of the candidate that its ratios are taken to. */
  readonly beside: string;
}

export const rawFetch = "raw fetch";
const signedFetch = "raw fetch, signed";

/** The second time that raw fetch is measured. */
export const controlLabel = "raw fetch again";

/** Raw fetch twice: how far the second is from 1 says how far every other ratio can be trusted. */
export const candidates: readonly Candidate[] = [
  { label: rawFetch, subject: { file: "raw-fetch" }, beside: rawFetch },
  { label: controlLabel, subject: { file: "raw-fetch" }, beside: rawFetch },
  { label: signedFetch, subject: { file: "raw-fetch-signed" }, beside: rawFetch },
  ...ownVendors.filter((vendor) => vendor !== "bitfront").map((vendor) => own(vendor, "raw")),
  ...ownVendors.map((vendor) => own(vendor, "client")),
  ...ownVendors.map((vendor) => own(vendor, "account")),
  ...peers.map((file) => ({ label: file, subject: { file }, beside: rawFetch })),
];

function own(vendor: string, way: keyof OwnSubjects): Candidate {
  const labels = {
    // Of the same reply: a longer one takes longer to parse, whoever parses it.
    raw: `raw fetch, ${vendor}`,
    client: `@openbalance/${vendor}`,
    account: `@openbalance/normalize/${vendor}`,
  };
  const ownRaw = vendor === "bitfront" ? signedFetch : labels.raw;
  return {
    label: labels[way],
    subject: { file: `openbalance-${vendor}`, way },
    beside: way === "raw" ? rawFetch : ownRaw,
  };
}
