// On a schedule: reads Telnyx and tells a webhook when less than BELOW US dollars can be spent.
import { isBelow, parseDecimal, readBalance } from "@openbalance/normalize/core";
// One vendor's path bundles one vendor.
import { telnyxAccount } from "@openbalance/normalize/telnyx";

interface Environment {
  readonly TELNYX_API_KEY: string;
  readonly TELNYX_BASE_URL?: string;
  readonly WEBHOOK_URL: string;
  readonly BELOW: string;
}

async function check({
  TELNYX_API_KEY: apiKey,
  TELNYX_BASE_URL: baseUrl,
  ...rest
}: Environment): Promise<void> {
  const account = telnyxAccount({ apiKey, ...(baseUrl === undefined ? {} : { baseUrl }) });
  const snapshot = await readBalance(account, { timeoutMs: 10_000 });
  const amount = parseDecimal(rest.BELOW);
  if (amount === undefined) throw new Error("BELOW must be a decimal number");
  const answer = isBelow(snapshot, { asset: "iso4217:USD", field: "available", amount });
  // What is not known is told too: silence would read as "enough".
  if (answer === false) return;
  const available = snapshot.balances[0]?.available ?? "not stated";
  const text = answer === true ? `Telnyx: ${available} USD left` : "Telnyx: what is left is not known";
  const reply = await fetch(rest.WEBHOOK_URL, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text }),
  });
  if (!reply.ok) throw new Error(`the webhook answered ${reply.status}`);
}

const worker = {
  // A rejection marks the run as failed in the dashboard; its message holds no secret.
  scheduled: (_event: unknown, environment: Environment): Promise<void> => check(environment),
};

// oxlint-disable-next-line import/no-default-export -- Workers look for their handlers there
export default worker;
