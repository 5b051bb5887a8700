import { accountLabel } from "../../config/account-label.ts";
import type { OutputStream } from "../../runtime/command-context.ts";
import { safeJson, safeText } from "../../output/safe-text.ts";
import { describeNotice, type Notice } from "./notice.ts";
import { describeChange, type ReadingChange } from "./reading-change.ts";

/** What `watch` prints, one line each. */
export interface EventPrinter {
  change(change: ReadingChange): void;
  failure(vendor: string, account: string, reason: string): void;
  notice(notice: Notice): void;
}

/** Prints events for people, each with its time. */
export function createTextPrinter(stream: OutputStream): EventPrinter {
  const print = (text: string): void => {
    stream.write(`${new Date().toISOString().slice(0, 19)}Z ${safeText(text)}\n`);
  };
  return {
    change: (change) => print(describeChange(change)),
    failure: (vendor, account, reason) => print(`${accountLabel(vendor, account)}: ${reason}`),
    notice: (notice) => print(`${notice.kind.toUpperCase()} ${describeNotice(notice)}`),
  };
}

/** Prints events for programs: one JSON document a line. */
export function createJsonPrinter(stream: OutputStream): EventPrinter {
  const print = (event: string, content: object): void => {
    const at = new Date().toISOString();
    stream.write(`${safeJson({ schema: "openbalance-event/1", at, event, ...content })}\n`);
  };
  return {
    change({ reading: { vendor, account, asset, code, pool }, field, from, to }) {
      print("change", { vendor, account, asset, code, pool, field, from, to });
    },
    failure: (vendor, account, reason) => print("failure", { vendor, account, reason }),
    notice({ kind, finding }) {
      const { threshold, vendor, account, verdict, reason, asset: of, amount, message, errorCode } = finding;
      const { pool, scope, amount: below } = threshold;
      const row = { asset: of?.id, code: of?.code, pool, scope, field: finding.field ?? threshold.field };
      print(kind, { vendor, account, verdict, reason, ...row, amount, below, message, errorCode });
    },
  };
}
