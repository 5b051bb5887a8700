import { spawn, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { startFaultServer, status } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { main } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";

interface Ended {
  readonly code: number | null;
  /** What was written to the stream that is not full. */
  readonly other: string;
}

interface OnFullDisk {
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

/** Runs the command line with a full disk as one of its streams. */
async function start(
  full: "stdout" | "stderr",
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<OnFullDisk> {
  await using disk = await open("/dev/full", "w");
  const stdio: StdioOptions = full === "stdout" ? ["ignore", disk.fd, "pipe"] : ["ignore", "pipe", disk.fd];
  const env = { HOME: "/dev/null", TELNYX_API_KEY: "KEY_telnyx_secret_3", ...environment };
  const child = spawn(process.execPath, [main, ...parameters], { env, stdio, cwd: tmpdir() });
  const closed = once(child, "close");
  const written = child.stdout ?? child.stderr;
  const ended = async (): Promise<Ended> => {
    const other = written === null ? "" : await text(written);
    await closed;
    return { code: child.exitCode, other };
  };
  return { ended: ended(), kill: (signal) => void child.kill(signal) };
}

const said = "openbalance: the output cannot be written (ENOSPC)\n";

describe.runIf(process.platform === "linux")("output to a full disk", () => {
  it.each([[["vendors"]], [["vendors", "--json"]], [["--help"]]])(
    "%j ends with 74 and says so",
    async (parameters) => {
      expect(await (await start("stdout", parameters)).ended).toEqual({ code: 74, other: said });
    },
  );

  it("hides no verdict: what is below its threshold ends with 1 all the same, what is fine with 74", async () => {
    await using server = await startTelnyx(telnyxReply("5"));
    const guard = async (below: string): Promise<Ended> =>
      (await start("stdout", ["guard", "--below", `telnyx=${below}`], server.environment)).ended;
    expect(await guard("20")).toEqual({ code: 1, other: said });
    expect(await guard("1")).toEqual({ code: 74, other: said });
  });

  it("changes nothing where it is stderr alone", async () => {
    await using server = await startTelnyx(status(401));
    const running = await start("stderr", ["guard", "--below", "telnyx=20", "--record"], server.environment);
    const { code, other } = await running.ended;
    // Nothing can be kept here either, and nobody hears of it but by the code.
    expect(code).toBe(74);
    expect(other).toMatch(/^UNKNOWN /m);
  });

  it("keeps watch from nothing: a crossing reaches the webhook", async () => {
    await using server = await startTelnyx(telnyxReply("5"));
    await using hook = await startFaultServer(status(200));
    const environment = { ...server.environment, OPENBALANCE_WEBHOOK_URL: hook.url };
    const running = await start("stdout", ["watch", "--below", "telnyx=20"], environment);
    while (hook.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    running.kill("SIGTERM");
    const { code, other } = await running.ended;
    expect(hook.requests[0]?.body).toContain("available 5 USD is below 20 USD");
    expect(code).toBe(74);
    expect(other.split(said)).toHaveLength(2);
  });

  it("ends a watch that tells nobody else", async () => {
    await using server = await startTelnyx(telnyxReply("5"));
    const { ended } = await start("stdout", ["watch", "--below", "telnyx=20"], server.environment);
    const { code, other } = await ended;
    expect(code).toBe(74);
    expect(other).toContain(said);
  });
});
