import { once } from "node:events";
import { readdir, writeFile } from "node:fs/promises";
import { neverAnswer, startMocks, type Mocks } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProgress } from "../src/output/progress.ts";
import { environmentFor } from "./demo-environment.ts";
import { runCommand, spawnCommand, startCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let mocks: Mocks<"bitfront" | "telnyx">;
let environment: Record<string, string>;

beforeAll(async () => {
  mocks = await startMocks(["bitfront", "telnyx"]);
  environment = { ...environmentFor(mocks.urls) };
  for (const name of ["BYTENITE_API_KEY", "FLEXPRICE_API_KEY", "FLEXPRICE_WALLET_ID", "GLYPHRUN_TOKEN"]) {
    Reflect.deleteProperty(environment, name);
  }
});
afterAll(() => mocks.close());

describe("Ctrl-C", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "%s during a read ends with %i, prints nothing and leaves nothing open",
    async (signal, code) => {
      await using silent = await startTelnyx(neverAnswer());
      await using folder = await temporaryFolder();
      const child = spawnCommand([], { ...silent.environment, HOME: folder.path }, folder.path);
      const output: unknown[] = [];
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk) => output.push(String(chunk)));
      while (silent.server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
      child.kill(signal);
      await once(child, "close");
      expect({ code: child.exitCode, signal: child.signalCode, output }).toEqual({
        code,
        signal: null,
        output: [],
      });
      expect(await readdir(folder.path)).toEqual([]);
    },
  );

  it("ends a watch with 0", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    const running = startCommand(["watch"], telnyx.environment);
    await running.nextLine();
    expect(await running.stop("SIGINT")).toMatchObject({ code: 0, signal: null });
  });
});

describe("a closed pipe", () => {
  it("is no error of its own: no stack trace, and the verdict stays", async () => {
    const child = spawnCommand(["guard", "--below", "telnyx=500"], environment);
    child.stdout.destroy();
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += String(chunk)));
    await once(child, "close");
    expect({ code: child.exitCode, stderr }).toEqual({ code: 1, stderr: "" });
  });

  it("ends a watch, which has nobody left to tell", async () => {
    await using telnyx = await startTelnyx(...["400", "399", "398", "397"].map(telnyxReply));
    await using folder = await temporaryFolder();
    const accounts = [{ vendor: "telnyx", shortestInterval: "50ms" }];
    await writeFile(`${folder.path}/openbalance.config.json`, JSON.stringify({ accounts }));
    const variables = { ...telnyx.environment, OPENBALANCE_STATE_DIR: folder.path };
    const child = spawnCommand(["watch", "--every", "50ms"], variables, folder.path);
    child.stdout.once("data", () => child.stdout.destroy());
    await once(child, "close");
    expect({ code: child.exitCode, signal: child.signalCode }).toEqual({ code: 0, signal: null });
  });
});

describe("a home that may not be written", () => {
  it("changes nothing about reading", async () => {
    const { code, stderr } = await runCommand([], { ...environment, HOME: "/sys" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("is named when readings are to be kept, after they were shown", async () => {
    const variables = { ...environment, HOME: "/sys" };
    const { code, stdout, stderr } = await runCommand(["--record", "--vendor", "telnyx"], variables);
    expect(code).toBe(74);
    expect(stdout).toContain("400");
    expect(stderr).toMatch(
      /the readings cannot be kept in \/sys\/\.local\/state\/openbalance\/history \(E\w+\)/,
    );
    expect(stderr).toContain("OPENBALANCE_STATE_DIR");
  });

  it("is told once by watch, which goes on", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    const running = startCommand(["watch"], { ...telnyx.environment, HOME: "/sys" });
    expect(await running.nextLine()).toContain("USD total 400");
    const { code, stderr } = await running.stop("SIGTERM");
    expect(code).toBe(0);
    expect(stderr).toContain("the state cannot be kept in /sys/.local/state/openbalance/watch.json");
  });
});

describe("the progress line", () => {
  it("says what is under way on a terminal, never wraps, and is gone at the end", () => {
    const { written, stream } = recordStream(true);
    using progress = createProgress(stream);
    progress.show(1, 3, ["telnyx", "bitfront with a long label"]);
    progress[Symbol.dispose]();
    expect(written).toEqual(["\r\u001b[Kreading 1 of 3: telnyx, bitfr", "\r\u001b[K"]);
  });

  it("is nothing at all where there is no terminal", () => {
    const { written, stream } = recordStream(false);
    using progress = createProgress(stream);
    progress.show(0, 3, ["telnyx"]);
    progress[Symbol.dispose]();
    expect(written).toEqual([]);
  });
});

/** A stream that remembers what was written to it. */
function recordStream(isTTY: boolean): {
  readonly written: string[];
  readonly stream: Parameters<typeof createProgress>[0];
} {
  const written: string[] = [];
  return { written, stream: { isTTY, columns: 30, write: (text: string) => written.push(text) } };
}
