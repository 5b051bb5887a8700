/** fetch as the exchange calls it. What it gives is looked at like anything that a fetch of the caller's own may give. */
export type PlainFetch = (url: string, init: PlainInit) => Promise<unknown>;

/** What the exchange says to fetch. */
export interface PlainInit extends RequestInit {
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly redirect: "manual";
}
