import { compareDecimal, type Asset, type Balance, type Decimal } from "@openbalance/normalize";
import { startMock } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import type { VendorVariables } from "../src/runtime/environment.ts";
import { vendorVariables } from "../src/config/vendor-variables.ts";
import { runCommand, type Finished } from "./run-command.ts";

type Variables = Readonly<Record<string, string>>;

describe("guard with a bare threshold", () => {
  it.each(vendorVariables.map((variables) => [variables.vendor, variables] as const))(
    "gives %s a verdict, or says what to write to get one",
    async (vendor, variables) => {
      await using mock = await startMock(vendor);
      const environment = environmentOf(variables, mock.url);
      const first = await guard(`${vendor}=20`, environment);
      const { code, stdout } = hasVerdict(first) ? first : await guard(lineToWrite(first), environment);

      const { findings } = JSON.parse(stdout);
      expect(findings).toHaveLength(1);
      const { verdict, asset, amount } = findings[0];
      expect(amount).toBe(await leftByRead(asset, environment));
      const isBelow = compareDecimal(amount, "20") < 0;
      expect({ verdict, code }).toEqual(
        isBelow ? { verdict: "below", code: 1 } : { verdict: "fine", code: 0 },
      );
    },
  );
});

/** The demo values of a vendor, with the mock for every address. */
function environmentOf({ settings, demo }: VendorVariables, url: string): Variables {
  const entries = settings.map(({ option, variable }) => {
    return [variable, /baseUrl$/i.test(option) ? url : (demo[option] ?? "")];
  });
  return Object.fromEntries(entries);
}

function guard(threshold: string, environment: Variables): Promise<Finished> {
  return runCommand(["guard", "--below", threshold, "--json"], environment);
}

function hasVerdict({ code }: Finished): boolean {
  return code === 0 || code === 1;
}

/** The threshold that the sentence names: on stderr where none can be answered, else in the finding. */
function lineToWrite({ code, stdout, stderr }: Finished): string {
  const sentence = code === 2 ? stderr : JSON.parse(stdout).findings[0].message;
  const [, line] = /(?:write|such as) (\S+=20)$/m.exec(sentence) ?? [];
  if (line === undefined) throw new Error(`ended with ${code}, and names no threshold: ${sentence}`);
  return line;
}

/** What the list of balances shows as left of an asset: what can be spent, else the total; pools aside. */
async function leftByRead(asset: Asset, environment: Variables): Promise<Decimal> {
  const { stdout } = await runCommand(["--json"], environment);
  const balances: readonly Balance[] = JSON.parse(stdout).results[0].snapshot.balances;
  const stated = balances
    .filter((balance) => balance.pool === undefined && balance.asset.id === asset.id)
    .flatMap(({ available, total }) => available ?? total ?? []);
  const [only, ...more] = stated;
  if (only === undefined || more.length > 0)
    throw new Error(`one amount of ${asset.id}, not ${stated.join(", ")}`);
  return only;
}
