import { expect, it } from "vitest";
import { vendorLists } from "../../generate/vendor-lists.ts";

const files = vendorLists(["zeta", "acme-pay"]);

it("lists what normalize exports of each vendor, in the order of the alphabet", () => {
  const text = files.get("packages/normalize/src/generated/vendors.ts");
  expect(text?.match(/^export \* from .+$/gm)).toEqual([
    'export * from "../vendors/acme-pay.ts";',
    'export * from "../vendors/zeta.ts";',
  ]);
  expect(text).toContain("export type BuiltInSnapshot =\n  | AcmePaySnapshot\n  | ZetaSnapshot;");
});

it("lists what the command line needs of each vendor, in the order that it is given", () => {
  const text = files.get("packages/cli/src/generated/built-in-vendors.ts") ?? "";
  expect(text).toContain('import { acmePay } from "../built-in/acme-pay.ts";\nimport { zeta }');
  expect(text.slice(text.indexOf("export const"))).toMatch(
    /^ {2}zeta: \{\n {4}\.\.\.zeta,[^]*^ {2}"acme-pay": \{\n {4}\.\.\.acmePay,\n {4}account: acmePayAccount,/m,
  );
  expect(text).toContain('fields: () => import("@openbalance/zeta/fields"),');
});

it("refuses a folder whose name is no vendor's", () => {
  expect(() => vendorLists(["Acme"])).toThrow("specs/Acme: its name is not kebab-case");
});
