import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("[row 24] [row 25] keeps ten of ten deadlines, and closes their connections, while garbage is collected", async () => {
  const script = fileURLToPath(new URL("deadlines-under-gc.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", script], {
    timeout: 30_000,
  });
  const codes = Array.from({ length: 10 }, () => "timeout");
  const stalled = { codes, open: 0, seen: 10 };
  expect(JSON.parse(stdout)).toEqual({ collectable: true, headers: stalled, body: stalled });
}, 40_000);
