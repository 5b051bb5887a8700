import { describe, expect, it } from "vitest";
import { vendorVariables } from "../src/config/vendor-variables.ts";
import { environmentAccounts } from "../src/config/environment-accounts.ts";
import { runCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";

describe("variables in quotes, as `docker --env-file` leaves them", () => {
  it.each(vendorVariables)("are named before anything is sent: $vendor", ({ vendor, settings, demo }) => {
    const given = settings.filter(({ option }) => option in demo);
    expect(given.length).toBeGreaterThan(0);
    for (const quoted of given) {
      const variables = settings.map(({ option, variable, kind }) => {
        const value = kind === "address" ? "http://127.0.0.1:9" : (demo[option] ?? "");
        return [variable, variable === quoted.variable ? `"${value}"` : value];
      });
      const [account] = environmentAccounts(Object.fromEntries(variables) as Record<string, string>);
      expect(() => account?.open()).toThrow(
        new RegExp(`^${vendor}: ${quoted.variable} stands in quotes.+\`docker --env-file\``),
      );
    }
  });

  it("are named when it is the address that stands in them", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    const quoted = { ...telnyx.environment, TELNYX_BASE_URL: `'${telnyx.server.url}'` };
    const { code, stdout } = await runCommand([], quoted);
    expect(code).toBe(3);
    expect(stdout).toContain("TELNYX_BASE_URL stands in quotes; give it without them");
    expect(telnyx.server.requests).toEqual([]);
  });
});
