import type { Balance } from "@openbalance/normalize";
import { startMock } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { plainAmounts } from "../src/output/amount-format.ts";
import { notesOf } from "../src/output/balance-notes.ts";
import { runCommand } from "./run-command.ts";

const notes = (fields: Partial<Balance>): readonly string[] => {
  const asset = { kind: "fiat", code: "USD", id: "iso4217:USD" } as const;
  return notesOf({ asset, kind: "funds", provenance: {}, ...fields }, plainAmounts);
};

describe("the notes of a balance", () => {
  it.each<readonly [Partial<Balance>, readonly string[]]>([
    [{}, []],
    [{ quota: { limit: "100", every: "monthly" } }, ["limit 100 monthly"]],
    [
      { quota: { limit: "100", used: "25", resetsAt: "2026-12-01T00:00:00Z" } },
      ["used 25 of 100 until 2026-12-01T00:00:00Z"],
    ],
    [{ quota: { used: "25" } }, ["used 25 of ?"]],
    [{ quota: { every: "monthly" }, unlimited: ["quota.limit"] }, ["no limit monthly"]],
    [{ quota: { used: "3", every: "daily" }, unlimited: ["quota.limit"] }, ["used 3 of no limit daily"]],
    [{ unlimited: ["creditLimit"] }, ["no credit limit"]],
    [{ parts: [{ kind: "granted", amount: "2" }, { kind: "purchased" }] }, ["of it granted 2"]],
    [
      { parts: [{ kind: "granted", name: "Welcome", amount: "2", expiresAt: "2027-01-01T00:00:00Z" }] },
      ["of it Welcome 2 until 2027-01-01T00:00:00Z"],
    ],
    [{ parts: [{ kind: "other" }] }, []],
    [{ pool: { id: "promotion:0" } }, ["pool promotion:0"]],
    [
      { pool: { id: "p", name: "Trial", restrictedTo: "backup", expiresAt: "2027-01-01T00:00:00Z" } },
      ["pool Trial, for backup alone, until 2027-01-01T00:00:00Z"],
    ],
    [{ creditLimit: "5", pending: "1", pendingDirection: "out" }, ["credit limit 5", "pending 1 out"]],
  ])("of %j are %j", (fields, expected) => {
    expect(notes(fields)).toEqual(expected);
  });
});

describe("a table", () => {
  it("says so when the vendor refuses calls, whatever is left", async () => {
    await using mock = await startMock("deepseek", { prefer: "code=200, example=unavailable" });
    const { code, stdout } = await runCommand([], { DEEPSEEK_API_KEY: "sk-1", DEEPSEEK_BASE_URL: mock.url });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      / USD +5 +5 +of it granted 0, purchased 5; the vendor says that calls are refused$/m,
    );
  });

  it("tells the limit of a key from the balance of an account", async () => {
    await using mock = await startMock("openrouter", { prefer: "code=200, example=monthly-limit" });
    const variables = { OPENROUTER_API_KEY: "sk-or-1", OPENROUTER_BASE_URL: mock.url };
    const ofKey = await runCommand([], { ...variables, OPENROUTER_SCOPE: "key" });
    expect(ofKey.stdout).toMatch(/ USD +74.5 +limit 100 monthly; of one key, not of the account$/m);
    const ofAccount = await runCommand([], variables);
    expect(ofAccount.stdout).toContain("FAILED forbidden: GET /key says that this is no management key");
    expect(ofAccount.code).not.toBe(0);
  });

  it("reads a management key before another one, and the other way round for the limit of a key", async () => {
    await using mock = await startMock("openrouter");
    const variables = { OPENROUTER_API_KEY: "sk or", OPENROUTER_BASE_URL: mock.url };
    const both = { ...variables, OPENROUTER_MANAGEMENT_KEY: "sk-or-1" };
    expect((await runCommand([], both)).stdout).toContain("167.32438604");
    // A key with a blank in it is refused before it is sent.
    const ofKey = await runCommand([], { ...both, OPENROUTER_SCOPE: "key" });
    expect(ofKey.stdout + ofKey.stderr).toContain("OPENROUTER_API_KEY holds a blank");
  });

  it("takes the currency of an address of one's own from its variable", async () => {
    await using mock = await startMock("moonshot");
    const variables = { MOONSHOT_API_KEY: "sk-1", MOONSHOT_BASE_URL: mock.url };
    const known = await runCommand([], { ...variables, MOONSHOT_CURRENCY: "CNY" });
    expect(known.stdout).toMatch(/ CNY +49.58894 +49.58894 /);
    const unknown = await runCommand([], variables);
    expect(unknown.stdout).toMatch(/ moonshot:unknown +49.58894 .*unknown_asset/);
  });
});
