import { expect, it } from "vitest";
import type { Finding } from "../src/thresholds/judge.ts";
import { webhookBody } from "../src/commands/watch/webhook-body.ts";

const finding: Finding = {
  threshold: { vendor: "acme", field: "left", amount: "20", origin: "--below" },
  vendor: "acme",
  account: "<!channel> @everyone",
  verdict: "refused",
  reason: "not_spendable",
  message: "pay at <https://evil.example|your bank> & [here](https://evil.example)",
};

it("the message of a webhook mentions nobody and links to nothing, whatever a vendor wrote", () => {
  const { text, attachments } = webhookBody({ kind: "refused", finding }, 0) as Record<string, unknown>;
  const body = JSON.stringify({ text, attachments });
  expect(body).toContain("&lt;!channel&gt; @\u2060everyone");
  expect(body).toContain(
    "&lt;https:\u2060//evil.example|your bank&gt; &amp; [here]\u2060(https:\u2060//evil.example)",
  );
  expect(body).not.toMatch(/[<>]|@\w|\]\(|:\/\//);
});

it("the message shows nothing that cannot be seen, and reads as it was written", () => {
  const hidden = { ...finding, account: "prod", message: "pay \u202ewon\u202c & <now>\u001b[2J" };
  const { text } = webhookBody({ kind: "refused", finding: hidden }, 0) as { readonly text: string };
  const shown = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  expect(shown).toBe("acme prod: calls are refused: pay \ufffdwon\ufffd & <now>\ufffd[2J");
});

it("programs get an event beside it, with every text as it was", () => {
  const { event } = webhookBody({ kind: "refused", finding }, 0) as { readonly event: object };
  expect(event).toEqual({
    schema: "openbalance-event/1",
    at: "1970-01-01T00:00:00.000Z",
    event: "refused",
    vendor: "acme",
    account: finding.account,
    verdict: "refused",
    reason: "not_spendable",
    field: "left",
    below: "20",
    message: finding.message,
  });
});
