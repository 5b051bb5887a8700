import { accountLabel } from "../../config/account-label.ts";
import type { OutputStream } from "../../runtime/command-context.ts";
import { safeJson, safeText } from "../../output/safe-text.ts";
import { eventDocument, noticeDocument } from "./event-document.ts";
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
  const print = (document: object): void => void stream.write(`${safeJson(document)}\n`);
  return {
    change({ reading: { vendor, account, asset, code, pool }, field, from, to }) {
      print(eventDocument("change", Date.now(), { vendor, account, asset, code, pool, field, from, to }));
    },
    failure: (vendor, account, reason) =>
      print(eventDocument("failure", Date.now(), { vendor, account, reason })),
    notice: (notice) => print(noticeDocument(notice, Date.now())),
  };
}
