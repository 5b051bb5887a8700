import { BalanceError } from "@openbalance/normalize";
import { expect, it } from "vitest";
import { reasonOf } from "../src/accounts/reason-of.ts";

it("leaves out vendor and account, which stand beside it, and nothing else", () => {
  const error = new BalanceError({ code: "config", vendor: "acme", message: "acme: acme: is missing" });
  expect(reasonOf(error)).toBe("acme: is missing");
  expect(reasonOf(error.forAccount("prod"))).toBe("acme: is missing");
});
