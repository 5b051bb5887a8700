import type { SettingValue } from "../../runtime/environment.ts";
import { safeJson } from "../../output/safe-text.ts";
import type { Notice } from "./notice.ts";
import { webhookBody } from "./webhook-body.ts";

const timeoutMs = 10_000;
const graceMs = 2_000;

/** Sends a notice; undefined when it arrived, else why it did not. The address is a secret and is never repeated. */
export async function postNotice(
  webhook: SettingValue,
  notice: Notice,
  signal: AbortSignal,
): Promise<string | undefined> {
  const end = new AbortController();
  // Who stops the watch in the middle of a notice would be told the same again by the next one.
  const endSoon = (): void => void setTimeout(() => end.abort(), graceMs).unref();
  signal.addEventListener("abort", endSoon, { once: true });
  try {
    const address = typeof webhook === "string" ? webhook : await webhook();
    if (!URL.canParse(address)) return "the webhook's address is no URL";
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: safeJson(webhookBody(notice, Date.now())),
      redirect: "manual",
      signal: AbortSignal.any([end.signal, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `the webhook answered ${response.status}`;
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === "TimeoutError";
    return isTimeout
      ? `the webhook did not answer within ${timeoutMs} ms`
      : "the webhook could not be reached";
  } finally {
    signal.removeEventListener("abort", endSoon);
  }
}
