import { replyJson, startFaultServer, startMock, startMocks, type Mocks } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { environmentFor } from "./demo-environment.ts";
import { runCommand } from "./run-command.ts";

let mocks: Mocks<"telnyx" | "glyphrun">;
let environment: Record<string, string>;

beforeAll(async () => {
  mocks = await startMocks(["telnyx", "glyphrun"]);
  environment = environmentFor(mocks.urls);
});
afterAll(() => mocks.close());

const guard = (thresholds: readonly string[], ...more: readonly string[]): readonly string[] => [
  "guard",
  ...thresholds.flatMap((threshold) => ["--below", threshold]),
  ...more,
];
const twilio = { TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`, TWILIO_AUTH_TOKEN: "t0ken" };

describe("a verdict of guard", () => {
  it("is below for a vendor that states nothing but a total", async () => {
    await using mock = await startMock("twilio");
    const variables = { ...twilio, TWILIO_BASE_URL: mock.url };
    const { code, stdout } = await runCommand(guard(["twilio=1000"]), variables);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^BELOW +twilio +twilio +USD +total +18\.49325 +1000/m);
  });

  it("is refused where the vendor says that it refuses calls, with --fail-open too", async () => {
    const amounts = {
      currency: "CNY",
      total_balance: "71.46",
      granted_balance: "0",
      topped_up_balance: "71.46",
    };
    const body = { is_available: false, balance_infos: [amounts] };
    await using server = await startFaultServer(replyJson(body));
    const variables = { DEEPSEEK_API_KEY: "sk-1", DEEPSEEK_BASE_URL: server.url };
    const { code, stdout } = await runCommand(guard(["deepseek=20"], "--fail-open"), variables);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^REFUSED +deepseek +deepseek +CNY +available +71\.46 +20 +the vendor says that/m);
  });

  it("never takes the cap of a key for funds, and says what to write", async () => {
    const data = { limit: 100, limit_remaining: 30, usage: 70 };
    await using server = await startFaultServer(replyJson({ data }));
    const key = { OPENROUTER_API_KEY: "sk-or-1", OPENROUTER_SCOPE: "key" };
    const variables = { ...key, OPENROUTER_BASE_URL: server.url };
    const bare = await runCommand(guard(["openrouter=20"]), variables);
    expect(bare.code).toBe(4);
    expect(bare.stdout).toContain("an allowance, not money; to judge it, write openrouter:quota=20");
    const named = await runCommand(guard(["openrouter:quota=20"]), variables);
    expect(named.code).toBe(0);
    const below = await runCommand(guard(["openrouter:quota=31"]), variables);
    expect(below.code).toBe(1);
  });

  it.each([
    [
      "an allowance alone",
      "elevenlabs=20",
      "elevenlabs states an allowance and no funds; write elevenlabs:quota=20",
    ],
    ["no allowance", "telnyx:quota=20", "telnyx states no allowance; write telnyx=20"],
    ["a total alone", "twilio::available=20", "twilio never states available; write twilio=20"],
    ["no holds", "telnyx:USD:held=1", "telnyx never states held"],
    ["no pools", "telnyx:USD@issuing=20", "telnyx has no pools; write telnyx:USD=20"],
    ["another asset", "glyphrun:USD=20", "glyphrun states no USD, only USDC (eip155:8453/"],
  ])("is refused at once where the vendor can never answer: %s", async (_name, threshold, message) => {
    const keys = { ELEVENLABS_API_KEY: "k", ...twilio };
    const { code, stdout, stderr } = await runCommand(guard([threshold]), { ...environment, ...keys });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`--below ${threshold}: ${message}`);
  });

  it("is asked for once, or for two amounts of one balance", async () => {
    const twice = await runCommand(guard(["telnyx:USD=20", "telnyx:iso4217:USD=20"]), environment);
    expect(twice.code).toBe(2);
    const same = await runCommand(guard(["telnyx=20", "telnyx=20.0"]), environment);
    expect(same.code).toBe(2);
    expect(same.stderr).toContain("this is the threshold of --below telnyx=20 once more");
    const two = await runCommand(guard(["telnyx=20", "telnyx=500"]), environment);
    expect(two.code).toBe(1);
  });

  it.each(["telnyx=", "telnyx=1e400", `telnyx=${"9".repeat(2_000)}`, "telnyx=20,5", "telnyx= 20"])(
    "is not given for what is no amount: %j",
    async (threshold) => {
      const { code, stderr } = await runCommand(guard([threshold]), environment);
      expect(code).toBe(2);
      expect(stderr).toMatch(/the amount must be a decimal number|is not a threshold/);
    },
  );
});
