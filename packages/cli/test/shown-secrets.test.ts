import { replyJson, startFaultServer, type Fault } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { vendorVariables } from "../src/config/vendor-variables.ts";
import { runCommand, startCommand } from "./run-command.ts";

const secretKinds = vendorVariables.flatMap(({ vendor, settings }) =>
  settings
    .filter(({ kind }) => kind === "secret")
    .map(({ option, variable }) => ({ variable, secret: `${vendor}9${option}Zq8XwV7uT6sR5p` })),
);

/** An environment with all vendors at an address, and their secrets in some form. */
function environmentWith(url: string, write: (secret: string) => string): Record<string, string> {
  const settings = vendorVariables.flatMap(({ settings: all, demo }) =>
    all
      .filter(({ kind }) => kind !== "secret")
      .map(({ option, variable, kind }) => [variable, kind === "address" ? url : (demo[option] ?? "")]),
  );
  const secrets = secretKinds.map(({ variable, secret }) => [variable, write(secret)]);
  return Object.fromEntries([...settings, ...secrets]) as Record<string, string>;
}

/** The secrets that a text holds, whole or nearly so, as they are or in Base64. */
function shownIn(text: string): readonly string[] {
  return secretKinds
    .map(({ secret }) => secret)
    .filter((secret) => {
      const parts = [secret, secret.slice(0, -3), secret.slice(3), btoa(secret).slice(0, -4)];
      return parts.some((part) => text.includes(part));
    });
}

/** Answers with all that was sent, as values and as names. */
function echo(status: number): Fault {
  return async (exchange) => {
    const { authorization = "", ...headers } = exchange.request.headers;
    const key = authorization.replace(/^\w+ /, "");
    const detail = `${exchange.request.method} with ${JSON.stringify(headers)} and ${authorization}`;
    const body = { message: detail, error: { message: detail, code: key }, detail, [key]: [key], key };
    await replyJson(body, { status })(exchange);
  };
}

const commands = [
  [],
  ["--json"],
  ["--csv"],
  ["doctor"],
  ["doctor", "--json"],
  ["vendors", "--json"],
  ["guard", "--json", "--below", "telnyx=1"],
];

describe("no output shows a secret of the environment", () => {
  it.each([
    ["as it is", (secret: string) => secret],
    ["with a blank", (secret: string) => `${secret} and more`],
    ["with a line end", (secret: string) => `${secret}\r\nx-more: yes`],
    ["in quotes", (secret: string) => `"${secret}"`],
    ["with an umlaut", (secret: string) => `${secret}ü`],
  ])("%s, whatever the vendor sends back", async (_form, write) => {
    await using server = await startFaultServer(echo(401));
    const environment = environmentWith(server.url, write);
    for (const status of [401, 200]) {
      server.play(echo(status));
      for (const parameters of commands) {
        const { code, stdout, stderr } = await runCommand(parameters, environment);
        expect(code).not.toBe(70);
        expect(shownIn(stdout + stderr)).toEqual([]);
      }
    }
  });

  it("in its metrics and while it watches", async () => {
    await using server = await startFaultServer(echo(403));
    const environment = environmentWith(server.url, (secret) => secret);
    const serving = startCommand(["serve", "--port", "0"], environment);
    const [, url = ""] = /^listening on (\S+)$/.exec(await serving.nextLine()) ?? [];
    expect(shownIn(await (await fetch(url)).text())).toEqual([]);
    const served = await serving.stop("SIGTERM");
    const watching = startCommand(["watch", "--json", "--vendor", "telnyx"], environment);
    await watching.nextLine();
    const watched = await watching.stop("SIGTERM");
    expect(shownIn(served.stdout + served.stderr + watched.stdout + watched.stderr)).toEqual([]);
  });

  it.each([
    ["an address", "https://user:PASS9word-of-proxy8@127.0.0.1:9/?token=PASS9word-of-proxy8"],
    ["none", "PASS9word-of-proxy8"],
  ])("in a variable for an address: %s", async (_what, address) => {
    const names = vendorVariables.flatMap(({ settings }) =>
      settings.filter(({ kind }) => kind === "address").map(({ variable }) => variable),
    );
    const environment = {
      ...environmentWith("", (secret) => secret),
      ...Object.fromEntries(names.map((name) => [name, address])),
      OPENBALANCE_WEBHOOK_URL: address,
      HTTPS_PROXY: address,
    };
    for (const parameters of [...commands, ["watch"]]) {
      const { code, stdout, stderr } = await runCommand(parameters, environment);
      expect(code).not.toBe(70);
      expect(stdout + stderr).not.toContain("PASS9word");
    }
  });
});
