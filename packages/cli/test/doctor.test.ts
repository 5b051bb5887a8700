import { startMocks, status, type Mocks } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { vendorVariables } from "../src/config/vendor-variables.ts";
import { credentials, environmentFor } from "./demo-environment.ts";
import { runCommand } from "./run-command.ts";
import { startTelnyx } from "./telnyx-server.ts";

const vendors = ["bytenite", "flexprice", "telnyx", "glyphrun", "bitfront"] as const;
let mocks: Mocks<(typeof vendors)[number]>;
let environment: Record<string, string>;

beforeAll(async () => {
  mocks = await startMocks(vendors);
  environment = environmentFor(mocks.urls);
});
afterAll(() => mocks.close());

interface Report {
  readonly schema: string;
  readonly accounts: readonly {
    readonly vendor: string;
    readonly checks: readonly { readonly name: string; readonly verdict: string; readonly detail: string }[];
  }[];
}

/** The verdicts of one account by name of the check. */
function verdictsOf(text: string, vendor: string): Readonly<Record<string, string>> {
  const { accounts } = JSON.parse(text) as Report;
  const checks = accounts.find((account) => account.vendor === vendor)?.checks ?? [];
  return Object.fromEntries(checks.map(({ name, verdict }) => [name, verdict]));
}

describe("openbalance doctor", () => {
  it("finds nothing wrong with five vendors but the clock of the one that shows an old time", async () => {
    const { code, stdout, stderr } = await runCommand(["doctor", "--json"], environment);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const fine = { credential: "ok", form: "ok", host: "ok", balance: "ok", reply: "ok" };
    for (const vendor of ["bytenite", "flexprice", "telnyx", "glyphrun"]) {
      expect(verdictsOf(stdout, vendor)).toEqual({ ...fine, clock: "skipped" });
    }
    expect(verdictsOf(stdout, "bitfront")).toEqual({ ...fine, clock: "warning" });
    expect(stdout).toMatch(/ahead of the vendor's; set the clock of this machine/);
  });

  it("shows no secret, neither in text nor in JSON", async () => {
    const { FLEXPRICE_WALLET_ID: _public, ...secrets } = credentials;
    for (const parameters of [["doctor"], ["doctor", "--json"]]) {
      const { stdout, stderr } = await runCommand(parameters, environment);
      for (const secret of Object.values(secrets)) expect(stdout + stderr).not.toContain(secret);
    }
  });

  it("tells a key that is missing from one that is malformed, and sends neither", async () => {
    await using telnyx = await startTelnyx(status(500));
    const missing = await runCommand(["doctor", "--json"], { TELNYX_BASE_URL: telnyx.server.url });
    const malformed = await runCommand(["doctor", "--json"], {
      ...telnyx.environment,
      TELNYX_API_KEY: "two words",
    });
    expect([missing.code, malformed.code]).toEqual([3, 3]);
    expect(verdictsOf(missing.stdout, "telnyx")).toMatchObject({ credential: "failed", host: "skipped" });
    expect(verdictsOf(malformed.stdout, "telnyx")).toMatchObject({ form: "failed", host: "skipped" });
    expect(malformed.stdout).not.toContain("two words");
    expect(telnyx.server.requests).toEqual([]);
  });

  it("tells a host that refuses the key from one that is not there", async () => {
    await using telnyx = await startTelnyx(status(401));
    const refused = await runCommand(["doctor", "--json"], telnyx.environment);
    expect(refused.code).toBe(3);
    expect(verdictsOf(refused.stdout, "telnyx")).toMatchObject({
      host: "ok",
      balance: "failed",
      reply: "skipped",
    });
    await telnyx.server.close();
    const gone = await runCommand(["doctor", "--json"], telnyx.environment);
    expect(gone.code).toBe(4);
    expect(verdictsOf(gone.stdout, "telnyx")).toMatchObject({ host: "failed", balance: "failed" });
  });

  it("names what is odd about a reply", async () => {
    const data = {
      balance: "1.00",
      available_credit: "9.00",
      credit_limit: "0",
      currency: "USD",
      pending: null,
    };
    await using telnyx = await startTelnyx(status(200, { data }));
    const { code, stdout } = await runCommand(["doctor"], telnyx.environment);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /warning +reply +.*inconsistent: .*null_field: |warning +reply +.*null_field: .*inconsistent: /,
    );
  });

  it("says what is not configured, which configuration is used and whether state can be kept", async () => {
    const { TELNYX_API_KEY = "", TELNYX_BASE_URL = "" } = environment;
    const { stdout } = await runCommand(["doctor"], {
      TELNYX_API_KEY,
      TELNYX_BASE_URL,
      HTTPS_PROXY: "http://p",
    });
    expect(stdout).toMatch(/not configured\n {2}deepgram +set DEEPGRAM_API_KEY and DEEPGRAM_PROJECT_ID/);
    expect(stdout).toMatch(/\n {2}bytenite +set BYTENITE_API_KEY or BYTENITE_ACCESS_TOKEN\n/);
    expect(stdout).toContain("none found; the environment tells");
    expect(stdout).toContain("NODE_USE_ENV_PROXY=1");
  });
});

describe("openbalance vendors", () => {
  it("lists every variable and whether it is set, and never a value", async () => {
    const { code, stdout } = await runCommand(["vendors"], { TELNYX_API_KEY: "KEY_telnyx_secret_3" });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^telnyx +TELNYX_API_KEY +yes +yes +API v2 key$/m);
    expect(stdout).toMatch(/^ +FLEXPRICE_REGION +one of them +no +/m);
    expect(stdout).not.toContain("secret_3");
  });

  it("says which vendor's API is gone, and lists those last", async () => {
    const { stdout } = await runCommand(["vendors"], {});
    expect(stdout).toMatch(/^bitfront \(gone\) +BITFRONT_API_KEY /m);
    const { stdout: json } = await runCommand(["vendors", "--json"], {});
    const { vendors: listed } = JSON.parse(json) as { vendors: { api: { status: string } }[] };
    const states = listed.map(({ api }) => (api.status === "gone" ? "gone" : "there"));
    expect(states).toEqual(states.toSorted().toReversed());
    expect(new Set(states).size).toBe(2);
  });

  it("is one JSON document that names its schema", async () => {
    const { stdout } = await runCommand(["vendors", "--json"], {});
    const document = JSON.parse(stdout) as { schema: string; vendors: { vendor: string }[] };
    expect(document.schema).toBe("balance-vendors/1");
    const names = document.vendors.map(({ vendor }) => vendor);
    expect(names).toEqual(vendorVariables.map(({ vendor }) => vendor));
    expect(names).toEqual(expect.arrayContaining([...vendors]));
  });
});
