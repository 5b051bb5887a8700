import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { prepareExample } from "./prepare-example.ts";
import { expectIn, type Example } from "./surroundings.ts";

export const honoRoute: Example = async ({ folder, packages }) => {
  const project = await prepareExample("hono-route", folder, packages);
  const good = replyJson({
    data: { record_type: "balance", balance: "300.00", available_credit: "400.00", currency: "USD" },
  });
  await using vendor = await startFaultServer(status(401, {}), good);
  const server = spawn(process.execPath, ["server.ts"], {
    cwd: project,
    env: { ...process.env, PORT: "0", TELNYX_API_KEY: "KEY_demo_telnyx", TELNYX_BASE_URL: vendor.url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const first = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
    const url = String(first.value).replace("localhost", "127.0.0.1");
    const refused = await fetch(url);
    expectIn("hono-route", refused.status, 207);
    expectIn("hono-route", await refused.json(), {
      complete: false,
      balances: [{ vendor: "telnyx", ref: "telnyx", error: { code: "unauthenticated", retryable: false } }],
    });
    const replies = await Promise.all(Array.from({ length: 20 }, () => fetch(url)));
    expectIn("hono-route", [...new Set(replies.map((reply) => reply.status))], [200]);
    const body = (await replies[0]?.json()) as {
      balances: readonly { balances: readonly { available: string }[] }[];
    };
    expectIn("hono-route", body.balances[0]?.balances[0]?.available, "400");
    expectIn("hono-route", (await fetch(url)).headers.get("cache-control"), "private, max-age=60");
    // One that was refused and one for the twenty-one after it.
    expectIn("hono-route", vendor.requests.length, 2);
  } finally {
    server.kill();
    await once(server, "exit");
  }
  return "examples/hono-route: 21 requests cost one read; a failure is not kept";
};
