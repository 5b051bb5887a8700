import { isDeepStrictEqual } from "node:util";
import { isBalanceError } from "@openbalance/http";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { BalanceSnapshot } from "../../src/index.ts";
import { hostileText, hostileValue } from "./hostile-replies.ts";
import { literal, mapNodes, render } from "./json-node.ts";
import { fetchedAt } from "./law-case.ts";
import type { LawCases } from "./law-cases.ts";
import { lawRuns } from "./law-runs.ts";

const secret = "sk_live_4f1c9a7e55";

/** What holds of every outcome, whatever was sent. */
export function describeHonestyLaws(cases: LawCases): void {
  const { shape, replies } = cases;

  it("1 any text gives a snapshot or a BalanceError of the vendor", () => {
    const status = fc.oneof(fc.constant(200), fc.integer({ min: 100, max: 599 }));
    const property = fc.property(hostileText(replies), status, (text, sent) => {
      expect(whoAnswers(() => shape.decode({ status: sent, text, fetchedAt }))).toBe(shape.vendor);
    });
    fc.assert(property, lawRuns);
  });

  it("1 any value handed in as a body gives a snapshot or a BalanceError of the vendor", () => {
    const property = fc.property(hostileValue(replies), (body) => {
      expect(whoAnswers(() => shape.decode({ status: 200, body, fetchedAt }))).toBe(shape.vendor);
    });
    fc.assert(property, lawRuns);
  });

  it("10 a snapshot survives JSON and structuredClone", () => {
    cases.holdForSnapshots((_reply, snapshot) => {
      const { raw: _raw, ...said } = snapshot;
      expect(isDeepStrictEqual(JSON.parse(JSON.stringify(said)), said)).toBe(true);
      expect(isDeepStrictEqual(structuredClone(said), said)).toBe(true);
    });
  });

  it("11 nothing in a snapshot is null, NaN, infinite, minus zero or there without a value", () => {
    cases.holdForSnapshots((_reply, snapshot) => {
      const { raw: _raw, ...said } = snapshot;
      expect(leavesOf(said).filter((leaf) => typeof leaf !== "string" && typeof leaf !== "boolean")).toEqual(
        [],
      );
    });
  });

  it("12 no header, and nothing that stands where an amount is due, is repeated in an error or an issue", () => {
    cases.hold((reply) => {
      const nth = reply.choice(4);
      const sent = [200, 200, 401, 429, 500][reply.choice(5)] ?? 200;
      const places = [...(reply.expected?.reported.keys() ?? [])];
      const leaky = new Set(places.filter((_, index) => index % 4 !== nth));
      const leaking = mapNodes(reply.node, (node, path) => {
        return leaky.has(path) ? literal(`"${secret}"`) : node;
      });
      const headers = {
        authorization: `Bearer ${secret}`,
        "x-api-key": secret,
        "x-ratelimit-reset": secret,
      };
      const said = saidOf(() => shape.decode({ status: sent, text: render(leaking), headers, fetchedAt }));
      expect(said).not.toContain(secret);
    });
  });
}

/** The vendor of the snapshot or of the error, whose message has to begin with it. */
function whoAnswers(decode: () => BalanceSnapshot): string {
  try {
    return decode().vendor;
  } catch (error) {
    if (!isBalanceError(error)) throw error;
    return error.message.startsWith(`${error.vendor}: `) ? error.vendor : error.message;
  }
}

/** All but the power of ten behind a reported amount, the one number that a snapshot may hold. */
function leavesOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [value];
  return Object.entries(value).flatMap(([key, member]: readonly [string, unknown]) => {
    return key === "scale" && Number.isInteger(member) ? [] : leavesOf(member);
  });
}

/** What an issue or an error says, in every form in which it can be printed. */
function saidOf(decode: () => BalanceSnapshot): string {
  try {
    const { issues, balances } = decode();
    return JSON.stringify(issues) + JSON.stringify(balances);
  } catch (error) {
    if (!isBalanceError(error)) throw error;
    return `${error.message} ${error.stack} ${JSON.stringify(error)}`;
  }
}
