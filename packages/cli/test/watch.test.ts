import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startFaultServer, status, type Fault, type FaultServer } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { runCommand, startCommand, type RunningCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

interface Watched extends AsyncDisposable {
  readonly hook: FaultServer;
  readonly folder: string;
  start(...parameters: readonly string[]): RunningCommand;
  /** The texts that the webhook got. */
  texts(): readonly string[];
}

/** A vendor, a webhook and a configuration that reads every few milliseconds. */
async function watched(
  replies: readonly Fault[],
  hookReplies: readonly Fault[] = [status(200)],
): Promise<Watched> {
  const stack = new AsyncDisposableStack();
  const telnyx = stack.use(await startTelnyx(...replies));
  const hook = stack.use(await startFaultServer(...hookReplies));
  const folder = stack.use(await temporaryFolder());
  const config = {
    accounts: [{ vendor: "telnyx", ref: "prod", shortestInterval: "20ms" }],
    thresholds: [{ vendor: "telnyx", below: "20" }],
    watch: { every: "20ms", hysteresis: "5%", webhook: { env: "HOOK" } },
  };
  await writeFile(join(folder.path, "openbalance.config.json"), JSON.stringify(config));
  const environment = {
    ...telnyx.environment,
    HOOK: `${hook.url}/services/hook-secret`,
    OPENBALANCE_STATE_DIR: join(folder.path, "state"),
  };
  return {
    hook,
    folder: folder.path,
    start: (...parameters) => startCommand(["watch", ...parameters], environment, folder.path),
    texts: () => hook.requests.map(({ body }) => String((JSON.parse(body) as { text: unknown }).text)),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** Reads lines until one holds a text; gives them without their time. */
async function linesUntil(running: RunningCommand, text: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (;;) {
    const line = (await running.nextLine()).replace(/^\S+ /, "");
    lines.push(line);
    if (line.includes(text)) break;
  }
  return lines;
}

/** Puts a file where a folder is, which a watch that runs may make again at any moment. */
async function putFileInPlaceOf(folder: string): Promise<void> {
  for (;;) {
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    try {
      return await writeFile(folder, "", { flag: "wx" });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

const replies = (...amounts: readonly string[]): readonly Fault[] => amounts.map(telnyxReply);

describe("openbalance watch", () => {
  it("prints a line for every change, and tells a crossing and the recovery once each", async () => {
    await using scene = await watched(replies("400", "400", "19.5", "18", "20.5", "25"));
    const running = scene.start();
    const lines = await linesUntil(running, "RECOVERED");
    const { code, stderr } = await running.stop("SIGINT");
    expect(code).toBe(0);
    expect(stderr.split("\n")).toEqual([
      expect.stringMatching(/^openbalance: watching 1 account every .+: telnyx prod$/),
      expect.stringMatching(
        /^openbalance: 1 threshold: telnyx.*=20; crossings are announced on stdout and to the webhook$/,
      ),
      "",
    ]);
    expect(lines.filter((line) => !line.includes("USD total"))).toEqual([
      "telnyx prod: USD available 400",
      "telnyx prod: USD pending 0",
      "telnyx prod: USD creditLimit 0",
      "telnyx prod: USD available 400 -> 19.5 (-380.5)",
      "BELOW telnyx prod: available 19.5 USD is below 20 USD",
      "telnyx prod: USD available 19.5 -> 18 (-1.5)",
      "telnyx prod: USD available 18 -> 20.5 (+2.5)",
      "telnyx prod: USD available 20.5 -> 25 (+4.5)",
      "RECOVERED telnyx prod: available 25 USD has recovered, the threshold is 20 USD",
    ]);
    expect(scene.texts()).toEqual([
      "telnyx prod: available 19.5 USD is below 20 USD",
      "telnyx prod: available 25 USD has recovered, the threshold is 20 USD",
    ]);
  });

  it("sends what Slack reads, and the parts of it for programs", async () => {
    await using scene = await watched(replies("5"));
    const running = scene.start();
    await linesUntil(running, "BELOW");
    while (scene.hook.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await running.stop("SIGINT");
    const [request] = scene.hook.requests;
    expect(request?.headers["content-type"]).toBe("application/json");
    expect(JSON.parse(request?.body ?? "")).toMatchObject({
      text: "telnyx prod: available 5 USD is below 20 USD",
      attachments: [
        {
          color: "danger",
          fields: expect.arrayContaining([
            { title: "asset", value: "iso4217:USD", short: true },
            { title: "amount", value: "5", short: true },
          ]),
        },
      ],
    });
  });

  it("does not tell again after a restart, and tells the recovery that came in between", async () => {
    await using scene = await watched(replies("5", "5", "5", "30"));
    const first = scene.start();
    await linesUntil(first, "BELOW");
    while (!(await readState(scene.folder)).includes('"below":true'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    await first.stop("SIGKILL");
    const second = scene.start();
    const lines = await linesUntil(second, "RECOVERED");
    await second.stop("SIGINT");
    expect(lines.some((line) => line.startsWith("BELOW"))).toBe(false);
    expect(scene.texts().map((text) => text.split(" ").slice(2, 5).join(" "))).toEqual([
      "available 5 USD",
      "available 30 USD",
    ]);
  });

  it("tells a webhook that failed again, without its address", async () => {
    await using scene = await watched(replies("5"), [status(500), status(500), status(200)]);
    const running = scene.start();
    await linesUntil(running, "BELOW");
    while (scene.hook.requests.length < 3) await new Promise((resolve) => setImmediate(resolve));
    const { stdout, stderr } = await running.stop("SIGINT");
    expect(stdout.match(/BELOW/g)).toHaveLength(1);
    expect(stderr.match(/the webhook answered 500; it is told again after the next reading/g)).toHaveLength(
      2,
    );
    expect(stdout + stderr).not.toContain("hook-secret");
  });

  it("tells an account that cannot be read three times in a row, and prints the failure once", async () => {
    await using scene = await watched([
      ...replies("400"),
      status(501),
      status(501),
      status(501),
      ...replies("399"),
    ]);
    const running = scene.start();
    const lines = await linesUntil(running, "KNOWN telnyx prod: available 399");
    await running.stop("SIGINT");
    expect(lines.filter((line) => line.includes("501") || line.includes("known"))).toEqual([
      expect.stringMatching(/^telnyx prod: GET \/balance answered 501/),
      expect.stringMatching(
        /^UNKNOWN telnyx prod: what is left is not known \(GET \/balance answered 501.*\), the threshold is 20$/,
      ),
      "KNOWN telnyx prod: available 399 USD is known again, the threshold is 20 USD",
    ]);
  });

  it("prints one JSON document a line with --json", async () => {
    await using scene = await watched(replies("5"));
    const running = scene.start("--json");
    const lines = await linesUntil(running, '"event":"below"');
    await running.stop("SIGINT");
    expect(lines.map((line) => (JSON.parse(line) as { event: unknown }).event)).toEqual([
      "change",
      "change",
      "change",
      "change",
      "below",
    ]);
  });

  it("tells a crossing though nothing can be kept any more, says that once, and goes on", async () => {
    await using scene = await watched(replies("400", "400", "19", "18", "17"));
    const running = scene.start("--record");
    await linesUntil(running, "USD available 400");
    await putFileInPlaceOf(join(scene.folder, "state", "history"));
    await linesUntil(running, "BELOW");
    await linesUntil(running, "18 -> 17");
    const { code, stderr } = await running.stop("SIGINT");
    expect(code).toBe(0);
    expect(stderr.match(/the readings cannot be kept in \S+history \(E\w+\)/g)).toHaveLength(1);
    expect(stderr).not.toContain("fault of openbalance");
  });

  it("keeps every reading with --record", async () => {
    await using scene = await watched(replies("400", "399"));
    const running = scene.start("--record");
    await linesUntil(running, "399");
    await running.stop("SIGINT");
    const month = new Date().toISOString().slice(0, 7);
    const lines = await readFile(join(scene.folder, "state", "history", `${month}.jsonl`), "utf8");
    expect(
      lines
        .split("\n")
        .filter((line) => line !== "")
        .slice(0, 2)
        .map((line) => line.includes('"available":"400"')),
    ).toEqual([true, false]);
  });

  it.each([
    ["http://example.com/hook", "the webhook must be an https address"],
    ["not a url", "the webhook must be an https address"],
  ])("refuses the webhook %s without repeating it", async (address, message) => {
    await using telnyx = await startTelnyx(telnyxReply("1"));
    const environment = { ...telnyx.environment, OPENBALANCE_WEBHOOK_URL: address };
    const { code, stderr } = await runCommand(["watch"], environment);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain(address);
  });

  it("ends with 3 at once when no account can be opened", async () => {
    const { code, stderr } = await runCommand(["watch"], { TELNYX_API_KEY: "" });
    expect(code).toBe(3);
    expect(stderr).toContain("TELNYX_API_KEY is not set");
  });
});

async function readState(folder: string): Promise<string> {
  return readFile(join(folder, "state", "watch.json"), "utf8").catch(() => "");
}
