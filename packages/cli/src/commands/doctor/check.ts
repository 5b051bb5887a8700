/** How one look at one thing went. */
export interface Check {
  readonly name: "credential" | "form" | "host" | "clock" | "balance" | "reply";
  /** `skipped`: it could not be looked at, or there is nothing to look at. */
  readonly verdict: "ok" | "warning" | "failed" | "skipped";
  readonly detail: string;
}

/** What was found about one account. */
export interface Examination {
  readonly vendor: string;
  readonly account: string;
  readonly checks: readonly Check[];
  readonly exitCode: number;
}
