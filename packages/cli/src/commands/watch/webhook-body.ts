import { safeText } from "../../output/safe-text.ts";
import { noticeDocument } from "./event-document.ts";
import { describeNotice, type Notice } from "./notice.ts";

const colors = {
  below: "danger",
  refused: "danger",
  unknown: "warning",
  recovered: "good",
  served: "good",
  known: "good",
} as const;

/**
 * The body of a webhook. Slack, Mattermost and Discord's /slack address show `text` and `attachments`, in which a vendor's
 * markup is none; programs read `event`, in which every text is as it was. https://api.slack.com/messaging/webhooks
 */
export function webhookBody(notice: Notice, atMs: number): object {
  const { threshold, vendor, account, asset, amount } = notice.finding;
  const fields = [
    ["event", notice.kind],
    ["reason", notice.finding.reason],
    ["vendor", vendor],
    ["account", account],
    ["asset", asset?.id ?? threshold.asset],
    ["pool", threshold.pool],
    ["field", notice.finding.field ?? threshold.field],
    ["amount", amount],
    ["threshold", threshold.amount],
  ].flatMap(([title, value]) =>
    value === undefined ? [] : [{ title, value: escapeMarkup(value), short: true }],
  );
  const text = escapeMarkup(describeNotice(notice));
  return {
    text,
    attachments: [{ fallback: text, color: colors[notice.kind], fields, ts: Math.floor(atMs / 1_000) }],
    event: noticeDocument(notice, atMs),
  };
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const wordJoiner = "\u2060";

/**
 * Text that mentions nobody and links to nothing. Slack reads both from angle brackets, which its entities stand for;
 * Mattermost and Discord from an @ before a word and from square brackets, which an invisible character takes apart.
 * https://api.slack.com/reference/surfaces/formatting#escaping
 */
function escapeMarkup(text: string): string {
  return safeText(text)
    .replaceAll(/[&<>]/g, (character) => entities[character] ?? character)
    .replaceAll(/@(?=\w)|\](?=\()|:(?=\/\/)/g, (mark) => `${mark}${wordJoiner}`);
}
