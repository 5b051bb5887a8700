import { describe, expect, it } from "vitest";
import { vendorsRead } from "../types-read/vendors-read.ts";

const vendors = ["acme", "acme-pay", "other"];

describe("the vendors whose declarations are read", () => {
  it.each([
    ["a file of the vendor's package", "@openbalance/acme/dist/generated/openapi.d.ts", ["acme"]],
    ["the vendor's entry of normalize", "@openbalance/normalize/dist/vendors/acme-pay.d.ts", ["acme-pay"]],
    ["what is no vendor's", "@openbalance/normalize/dist/core.d.ts", []],
    ["the list of all vendors", "@openbalance/normalize/dist/generated/vendors.d.ts", []],
  ])("are told by %s", (_name, file, expected) => {
    expect(vendorsRead(["@openbalance/http/dist/index.d.ts", file], vendors)).toEqual(expected);
  });
});
