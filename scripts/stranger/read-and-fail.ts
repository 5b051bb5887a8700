import assert from "node:assert/strict";
import { startMock } from "@openbalance/testing";
import { runToEnd, expectEnd } from "./walk.ts";

/** In a project that has the packages: reads one vendor, then fails in the usual ways and understands each. */
export async function readAndFail(project: string): Promise<string> {
  const command = ["./node_modules/.bin/openbalance"];
  const key = "KEY_that_nobody_may_see";
  const run = (more: NodeJS.ProcessEnv) => runToEnd(command, project, { PATH: process.env["PATH"], ...more });

  await using good = await startMock("telnyx");
  expectEnd(await run({ TELNYX_API_KEY: key, TELNYX_BASE_URL: good.url }), 0, "telnyx", "400");

  // No variable set: what to set is said.
  expectEnd(await run({}), 2, "TELNYX_API_KEY");

  await using refused = await startMock("telnyx", { prefer: "code=401" });
  const wrongKey = await run({ TELNYX_API_KEY: key, TELNYX_BASE_URL: refused.url });
  expectEnd(wrongKey, 3, "telnyx", "401", /key/i);

  await using down = await startMock("telnyx", { prefer: "code=503" });
  const outage = await run({ TELNYX_API_KEY: key, TELNYX_BASE_URL: down.url });
  expectEnd(outage, 4, "telnyx", "503");

  const mistyped = await run({ TELNYX_API_KEY: `${key}\n`, TELNYX_BASE_URL: good.url });
  expectEnd(mistyped, 3, "TELNYX_API_KEY");
  for (const { stdout, stderr } of [wrongKey, outage, mistyped]) {
    assert.ok(!`${stdout}${stderr}`.includes(key), "the key was printed");
  }
  return "reads a vendor, and is told what is wrong with no key, a wrong one, a mistyped one and a vendor that is down";
}
