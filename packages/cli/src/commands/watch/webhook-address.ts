import type { SettingValue } from "../../runtime/environment.ts";
import { UsageError } from "../../runtime/usage-error.ts";

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Checks the webhook before anything is watched. Its address is a secret and is never repeated. */
export async function resolveWebhook(webhook: SettingValue | undefined): Promise<SettingValue | undefined> {
  if (webhook === undefined || webhook === "") return undefined;
  const address = typeof webhook === "string" ? webhook : await webhook();
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && loopback.test(url.hostname));
  if (!isSafe) {
    throw new UsageError("the webhook must be an https address (http on this machine alone)");
  }
  return webhook;
}
