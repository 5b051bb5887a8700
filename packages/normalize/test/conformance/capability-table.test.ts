import { describe, expect, it } from "vitest";
import { conformanceChecks, describeConformance } from "../../src/conformance.ts";
import { acmeSubject } from "./acme-decoder.ts";
import { complaintsOf } from "./complaints-of.ts";

describe("a capability table that is wrong is caught", () => {
  const sound = acmeSubject({});
  const { capabilities } = sound;

  it("when it lists a field that no example fills", () => {
    const fields = { ...capabilities.fields, due: { reportedAt: ["/due"] } } as const;
    expect(complaintsOf({ ...sound, capabilities: { ...capabilities, fields } })).toEqual([
      "fills every field of its capability table in some example: acme: the capability table lists due, which no example fills",
    ]);
  });

  it("but not when no reply can fill a field because the request names it", () => {
    const fields = { ...capabilities.fields, "account.id": { requestedAs: "teamId" } } as const;
    expect(complaintsOf({ ...sound, capabilities: { ...capabilities, fields } })).toEqual([]);
  });

  it("when it does not list a field, which so is said never to appear", () => {
    const { held: _held, ...fields } = capabilities.fields;
    expect(complaintsOf({ ...sound, capabilities: { ...capabilities, fields } }).join("\n")).toContain(
      'example "two rows": fills held, which the capability table does not list',
    );
  });

  it("when a derived field is listed as reported", () => {
    const fields = { ...capabilities.fields, held: { reportedAt: ["/rows/*/held"] } } as const;
    expect(complaintsOf({ ...sound, capabilities: { ...capabilities, fields } }).join("\n")).toContain(
      'fills held by {"derivedBy":"total - available"}, the table says {"reportedAt":["/rows/*/held"]}',
    );
  });

  it("when it forgets a number of the replies", () => {
    expect(complaintsOf({ ...sound, capabilities: { ...capabilities, leftOut: {} } }).join("\n")).toContain(
      'example "two rows": holds a number at /count; list it as an amount or, with the reason, as left out',
    );
  });

  it("when there is no example to hold it to", () => {
    expect(complaintsOf({ ...sound, examples: [] }).join("\n")).toContain(
      "acme: no example gives a snapshot",
    );
  });
});

it("runs in any test framework that has describe and it", () => {
  const titles: string[] = [];
  describeConformance(acmeSubject({}), {
    describe: (title, define) => {
      titles.push(title);
      define();
    },
    it: (title, run) => {
      run();
      titles.push(title);
    },
  });
  expect(titles[0]).toBe("acme keeps the laws of the balance model");
  expect(titles.slice(1)).toEqual(conformanceChecks(acmeSubject({})).map(({ title }) => title));
});
