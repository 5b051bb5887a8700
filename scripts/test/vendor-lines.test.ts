import { listVendors } from "@openbalance/specs";
import { describe, expect, it } from "vitest";
import {
  countVendorLines,
  exceptions,
  mostLines,
  tooManyLines,
  type VendorLines,
} from "../hand-written/vendor-lines.ts";
import { files, readText } from "./tree.ts";

const client = `
// Why it is so.
import { createKeyClient } from "@openbalance/http";

/**
 * A doc comment,
 * of several lines.
 */
export function create(): string {
  return \`two // lines, none of them
    a comment\`; // here is one
}
`;

function count(texts: Readonly<Record<string, string>>): VendorLines {
  return countVendorLines("acme-pay", new Map(Object.entries(texts)));
}

describe("the lines of a vendor", () => {
  it("are those with code: no blank line and no comment", () => {
    expect(count({ "packages/acme-pay/src/client.ts": client })).toMatchObject({ client: 5, total: 5 });
  });

  it("are what people write for users: nothing generated, no test, no other package's", () => {
    expect(
      count({
        "packages/acme-pay/src/generated/openapi.ts": client,
        "packages/acme-pay/test/client.test.ts": client,
        "packages/acme/src/client.ts": client,
        "packages/acme-payments/src/client.ts": client,
      }),
    ).toMatchObject({ total: 0 });
  });

  it("are also in files of its name elsewhere", () => {
    const { decoder, entry, total } = count({
      "packages/normalize/src/vendors/acme-pay.ts": "export const a = 1;\n",
      "packages/cli/src/built-in/acme-pay-clock.ts": "export const b = 1;\n",
    });
    expect({ decoder, entry, total }).toEqual({ decoder: 1, entry: 1, total: 2 });
  });

  it("are not what people read and the demo sends", () => {
    const text = `
export const acmePay: VendorEntry = {
  title: "Acme Pay",
  api: { status: "gone", note: "closed" },
  links: {
    key: "https://acme.example/keys",
  },
  settings: [secret("apiKey", "ACME_PAY_API_KEY", "API key")],
  demo: { apiKey: "demo-key" },
};
`;
    expect(count({ "packages/cli/src/built-in/acme-pay.ts": text })).toMatchObject({ entry: 3, total: 3 });
  });

  it("are also those with its name in files of all vendors, but no example in a text", () => {
    const list = `
import { acmeAccount, acmePayAccount } from "./vendors/acme-pay.ts";
import { other } from "./other.ts";
export const vendors = [
  { vendor: "acme-pay" },
  { vendor: "other", account: other, variable: "ACME_PAYLOAD" },
  { vendor: "third", brief: "as openbalance --vendor acme-pay does" },
];
export const variable = "ACME_PAY_TOKEN";
export type Snapshots = AcmePaySnapshot;
`;
    expect(count({ "packages/cli/src/config/vendor-variables.ts": list })).toMatchObject({
      elsewhere: 4,
      total: 4,
    });
  });
});

describe("every vendor here", async () => {
  const sources = new Map(
    files
      .filter((file) => /^packages\/[\w-]+\/src\/.*\.ts$/.test(file))
      .map((file) => [file, readText(file)]),
  );
  const vendors = await listVendors();

  it.each(vendors)(
    "%s costs no more lines by hand than it may; `node scripts/vendor-lines.ts` shows how many",
    (vendor) => {
      const lines = countVendorLines(vendor, sources);
      expect(tooManyLines(lines)).toBeUndefined();
      expect(Math.min(lines.client, lines.decoder, lines.entry)).toBeGreaterThan(0);
      expect(lines.elsewhere, "a file of all vendors names this one").toBe(0);
    },
  );

  it("has its exception only if it is there and needs one", () => {
    const needed = vendors.filter((vendor) => countVendorLines(vendor, sources).total > mostLines);
    expect(Object.keys(exceptions)).toEqual(needed);
  });

  it("is told by how much it is over", () => {
    const over = { vendor: "acme", client: 60, decoder: 50, entry: 23, elsewhere: 0, total: 133 };
    expect(tooManyLines(over)).toBe("acme: 133 lines are written by hand, 132 are allowed");
    expect(tooManyLines({ ...over, total: 132 })).toBeUndefined();
  });
});
