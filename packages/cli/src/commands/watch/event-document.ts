import type { Notice } from "./notice.ts";

/** An event of `watch` for programs, as `--json` prints it and a webhook gets it. */
export function eventDocument(event: string, atMs: number, content: object): object {
  return { schema: "openbalance-event/1", at: new Date(atMs).toISOString(), event, ...content };
}

/** A notice as such an event. Its texts are as the vendor wrote them. */
export function noticeDocument({ kind, finding }: Notice, atMs: number): object {
  const { threshold, vendor, account, verdict, reason, asset: of, amount, message, errorCode } = finding;
  const { pool, scope, amount: below } = threshold;
  const row = { asset: of?.id, code: of?.code, pool, scope, field: finding.field ?? threshold.field };
  const content = { vendor, account, verdict, reason, ...row, amount, below, message, errorCode };
  return eventDocument(kind, atMs, content);
}
