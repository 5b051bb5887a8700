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
    const { decoder, total } = count({
      "packages/normalize/src/vendors/acme-pay.ts": "export const a = 1;\n",
      "packages/cli/src/doctor/acme-pay-clock.ts": "export const b = 1;\n",
    });
    expect({ decoder, total }).toEqual({ decoder: 2, total: 2 });
  });

  it("are its whole entry in a list and every line with its name, but no example in a text", () => {
    const list = `
import { acmeAccount, acmePayAccount } from "./vendors/acme-pay.ts";
import { other } from "./other.ts";
export const vendors = [
  {
    vendor: "acme-pay",
    // Not counted.
    account: other,
    needs: [["token"]],
  },
  { vendor: "other", account: other, variable: "ACME_PAYLOAD" },
  { vendor: "third", brief: "as openbalance --vendor acme-pay does" },
];
export const variable = "ACME_PAY_TOKEN";
export type Snapshots = AcmePaySnapshot;
`;
    expect(count({ "packages/cli/src/vendor-variables.ts": list })).toMatchObject({ entries: 8, total: 8 });
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
    "%s costs no more lines by hand than it may; `pnpm vendor-lines` shows how many",
    (vendor) => {
      const lines = countVendorLines(vendor, sources);
      expect(tooManyLines(lines)).toBeUndefined();
      expect(Math.min(lines.client, lines.decoder, lines.entries)).toBeGreaterThan(0);
    },
  );

  it("has its exception only if it is there and needs one", () => {
    const needed = vendors.filter((vendor) => countVendorLines(vendor, sources).total > mostLines);
    expect(Object.keys(exceptions)).toEqual(needed);
  });

  it("is told by how much it is over", () => {
    const over = { vendor: "acme", client: 60, decoder: 50, entries: 11, total: 121 };
    expect(tooManyLines(over)).toBe("acme: 121 lines are written by hand, 120 are allowed");
    expect(tooManyLines({ ...over, total: 120 })).toBeUndefined();
  });
});
