import { writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { neverAnswer, startMocks, status } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { environmentFor } from "./demo-environment.ts";
import { parseExposition } from "./parse-exposition.ts";
import { runCommand, startCommand, type RunningCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

interface Served extends AsyncDisposable {
  readonly running: RunningCommand;
  readonly url: string;
}

async function serve(
  environment: Readonly<Record<string, string>>,
  ...parameters: readonly string[]
): Promise<Served> {
  const running = startCommand(["serve", "--port", "0", ...parameters], environment);
  const url = (await running.nextLine()).replace("listening on ", "").replace("/metrics", "");
  return {
    running,
    url,
    async [Symbol.asyncDispose]() {
      await running.stop("SIGKILL");
    },
  };
}

async function scrape(
  url: string,
): ReturnType<typeof parseExposition> extends infer Metrics ? Promise<Metrics> : never {
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  return parseExposition(await response.text());
}

describe("openbalance serve", () => {
  it("gives every amount of five vendors as a gauge, digit for digit", async () => {
    await using mocks = await startMocks(["bytenite", "flexprice", "telnyx", "glyphrun", "bitfront"]);
    await using served = await serve(environmentFor(mocks.urls));
    const metrics = await scrape(served.url);
    expect(metrics.get("openbalance_balance")?.samples).toHaveLength(29);
    expect(metrics.get("openbalance_balance")?.samples).toContainEqual({
      labels: {
        vendor: "bitfront",
        account: "bitfront",
        asset: "ETH",
        asset_id: "bitfront:ETH",
        kind: "total",
      },
      value: "1000107794.9999858",
    });
    expect(metrics.get("openbalance_up")?.samples.map(({ value }) => value)).toEqual([
      "1",
      "1",
      "1",
      "1",
      "1",
    ]);
    expect(metrics.get("openbalance_last_success_timestamp_seconds")?.samples).toHaveLength(5);
  });

  it("leaves a balance out that could not be read: absent is not 0", async () => {
    await using telnyx = await startTelnyx(status(401));
    await using served = await serve(telnyx.environment, "--below", "telnyx=20");
    const metrics = await scrape(served.url);
    expect(metrics.has("openbalance_balance")).toBe(false);
    expect(metrics.has("openbalance_left")).toBe(false);
    const verdicts = metrics.get("openbalance_verdict")?.samples ?? [];
    const current = verdicts.filter(({ value }) => value === "1");
    expect(current.map(({ labels }) => labels)).toEqual([
      { vendor: "telnyx", account: "telnyx", field: "left", below: "20", verdict: "unknown" },
    ]);
    expect(metrics.has("openbalance_last_success_timestamp_seconds")).toBe(false);
    expect(metrics.get("openbalance_up")?.samples).toEqual([
      { labels: { vendor: "telnyx", account: "telnyx" }, value: "0" },
    ]);
    expect(metrics.get("openbalance_read_failures_total")?.samples).toEqual([
      { labels: { vendor: "telnyx", account: "telnyx", code: "unauthenticated" }, value: "1" },
    ]);
  });

  it("gives a threshold the labels of the balance it speaks of", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    await using served = await serve(telnyx.environment, "--below", "telnyx=20");
    const metrics = await scrape(served.url);
    const labels = {
      vendor: "telnyx",
      account: "telnyx",
      asset: "USD",
      asset_id: "iso4217:USD",
    };
    expect(metrics.get("openbalance_threshold")?.samples).toEqual([
      { labels: { ...labels, field: "left", below: "20" }, value: "20" },
    ]);
    expect(metrics.get("openbalance_left")?.samples).toEqual([
      { labels: { ...labels, kind: "funds" }, value: "400" },
    ]);
    expect(metrics.get("openbalance_balance")?.samples).toContainEqual({
      labels: { ...labels, kind: "available" },
      value: "400",
    });
  });

  it("reads a vendor once for many who ask at the same time, and not again while the reading serves", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    await using served = await serve(telnyx.environment);
    await Promise.all(Array.from({ length: 5 }, () => scrape(served.url)));
    await scrape(served.url);
    expect(telnyx.server.requests).toHaveLength(1);
  });

  it("answers in time when a vendor does not", async () => {
    await using telnyx = await startTelnyx(neverAnswer());
    await using served = await serve(telnyx.environment, "--timeout", "200ms");
    const metrics = await scrape(served.url);
    expect(metrics.get("openbalance_up")?.samples[0]?.value).toBe("0");
  });

  it("answers within the time of the scrape with what it knows, and with the rest once it has come", async () => {
    const slow = Promise.withResolvers<void>();
    await using telnyx = await startTelnyx(async (...exchange) => {
      await slow.promise;
      await telnyxReply("7")(...exchange);
    });
    await using mocks = await startMocks(["bitfront"]);
    const bitfront = Object.entries(environmentFor(mocks.urls)).filter(([name]) =>
      name.startsWith("BITFRONT"),
    );
    await using served = await serve({ ...Object.fromEntries(bitfront), ...telnyx.environment });
    const impatient = { headers: { "x-prometheus-scrape-timeout-seconds": "2" } };
    const first = parseExposition(await (await fetch(`${served.url}/metrics`, impatient)).text());
    expect(first.get("openbalance_up")?.samples.map(({ labels }) => labels["vendor"])).toEqual(["bitfront"]);
    expect(first.get("openbalance_accounts_pending")?.samples).toEqual([{ labels: {}, value: "1" }]);
    slow.resolve();
    const second = await scrape(served.url);
    expect(second.get("openbalance_up")?.samples).toHaveLength(2);
    expect(second.get("openbalance_accounts_pending")?.samples).toEqual([{ labels: {}, value: "0" }]);
  });

  it("reads no more accounts at a time than --concurrency says", async () => {
    let running = 0;
    let most = 0;
    await using telnyx = await startTelnyx(async (...exchange) => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      await telnyxReply("7")(...exchange);
    });
    await using folder = await temporaryFolder();
    const accounts = Array.from({ length: 12 }, (_, index) => ({
      vendor: "telnyx",
      ref: `a${index}`,
      apiKey: { env: `KEY_${index}` },
    }));
    const config = join(folder.path, "accounts.json");
    await writeFile(config, JSON.stringify({ accounts }));
    const keys = Object.fromEntries(accounts.map((_, index) => [`KEY_${index}`, `KEY_telnyx_${index}`]));
    const environment = { ...telnyx.environment, ...keys };
    await using served = await serve(environment, "--config", config, "--concurrency", "3");
    expect((await scrape(served.url)).get("openbalance_up")?.samples).toHaveLength(12);
    expect(most).toBe(3);
    const refused = await runCommand(["serve", "--concurrency", "0"], environment);
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--concurrency 0: write a whole number"),
    });
  });

  it("compresses for who takes it", async () => {
    await using mocks = await startMocks(["bitfront"]);
    await using served = await serve(environmentFor(mocks.urls));
    const [packed, plain] = await Promise.all(
      ["gzip", "identity", "gzip;q=0"].map((encoding) =>
        fetch(`${served.url}/metrics`, { headers: { "accept-encoding": encoding } }),
      ),
    );
    expect([packed, plain].map((each) => each?.headers.get("content-encoding"))).toEqual(["gzip", null]);
    expect(await packed?.text()).toContain("openbalance_up");
    expect(packed?.headers.get("vary")).toBe("accept-encoding");
  });

  it("has a health check that reads no vendor, and knows no other page", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    await using served = await serve(telnyx.environment);
    const answers = await Promise.all(
      ["/healthz", "/", "/other"].map(async (path) => (await fetch(served.url + path)).status),
    );
    const posted = await fetch(`${served.url}/metrics`, { method: "POST" });
    expect([...answers, posted.status]).toEqual([200, 200, 404, 405]);
    expect(telnyx.server.requests).toHaveLength(0);
  });

  it("answers to no foreign name on loopback, so that no page can make a browser ask it", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    await using served = await serve(telnyx.environment);
    const { hostname, port } = new URL(served.url);
    const socket = connect(Number(port), hostname);
    socket.end("GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /);
  });

  it("ends with 0 at SIGTERM, even while a vendor is being read, and frees the port", async () => {
    await using telnyx = await startTelnyx(neverAnswer());
    const served = await serve(telnyx.environment);
    const asking = fetch(`${served.url}/metrics`).catch(() => "gone");
    while (telnyx.server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const { code, stderr } = await served.running.stop("SIGTERM");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await asking;
    await expect(fetch(served.url)).rejects.toThrow("fetch failed");
  });

  it("says that the port is taken, and warns when others can reach it", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    await using served = await serve(telnyx.environment);
    const { port } = new URL(served.url);
    const taken = await runCommand(["serve", "--port", port], telnyx.environment);
    expect(taken.code).toBe(2);
    expect(taken.stderr).toContain(`cannot listen on 127.0.0.1 port ${port} (EADDRINUSE)`);
    const open = startCommand(["serve", "--port", "0", "--host", "0.0.0.0"], telnyx.environment);
    await open.nextLine();
    const { stderr } = await open.stop("SIGTERM");
    expect(stderr).toContain("anyone who can reach http://0.0.0.0:");
  });
});
