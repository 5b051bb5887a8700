import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { vendorVariables } from "../src/config/vendor-variables.ts";
import { runCommand, type Finished } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Runs the command line with a configuration that is named, and so trusted. */
async function runWith(account: object, variables: Readonly<Record<string, string>>): Promise<Finished> {
  await using folder = await temporaryFolder();
  const text = JSON.stringify({ accounts: [account] }, undefined, 2);
  await writeFile(join(folder.path, "accounts.json"), text);
  return await runCommand(["--config", "accounts.json"], variables, folder.path);
}

const addresses = vendorVariables.flatMap(({ vendor, settings }) => {
  const secrets = settings.filter(({ kind }) => kind === "secret");
  return settings
    .filter(({ kind }) => kind === "address")
    .map(({ option }) => ({ vendor, option, secrets: secrets.map(({ variable }) => variable) }));
});

describe("an address in a configuration", () => {
  it.each(addresses)("is sent no key of the environment: $vendor $option", async (address) => {
    const { vendor, option, secrets } = address;
    await using server = await startTelnyx(telnyxReply("400"));
    const keys = Object.fromEntries(secrets.map((variable) => [variable, "key-of-the-environment"]));
    const { code, stdout, stderr } = await runWith({ vendor, [option]: server.server.url }, keys);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /accounts\.json:5: accounts\[0\]\.\w+ is sent no key but one that stands beside it/,
    );
    expect(stderr).not.toContain("key-of-the-environment");
    expect(server.server.requests).toEqual([]);
  });

  it("is sent no key of the environment through a variable either", async () => {
    await using server = await startTelnyx(telnyxReply("400"));
    const account = { vendor: "telnyx", baseUrl: { env: "ELSEWHERE" } };
    const variables = { TELNYX_API_KEY: "KEY_1", ELSEWHERE: server.server.url };
    expect((await runWith(account, variables)).code).toBe(2);
    expect(server.server.requests).toEqual([]);
  });

  it("is sent the key that stands beside it, and that one alone", async () => {
    await using server = await startTelnyx(telnyxReply("400"));
    const account = { vendor: "telnyx", apiKey: { env: "OTHER_KEY" }, baseUrl: server.server.url };
    const { code } = await runWith(account, { OTHER_KEY: "KEY_other", TELNYX_API_KEY: "KEY_usual" });
    expect(code).toBe(0);
    expect(server.server.requests.map(({ headers }) => headers["authorization"])).toEqual([
      "Bearer KEY_other",
    ]);
  });

  it("of the environment goes with a key of the environment", async () => {
    await using server = await startTelnyx(telnyxReply("400"));
    expect((await runWith({ vendor: "telnyx", ref: "prod" }, server.environment)).code).toBe(0);
  });
});
