import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { BalanceError, configError } from "../src/index.ts";

const details = {
  code: "network",
  vendor: "acme",
  message: "acme: GET /balance failed: $& (EPIPE)",
} as const;

describe("an error of an account", () => {
  it("names the label beside the vendor, in its message and where it is printed", () => {
    const error = new BalanceError(details).forAccount("prod");
    expect(error.message).toBe("acme (prod): GET /balance failed: $& (EPIPE)");
    expect(inspect(error)).toContain("BalanceError: acme (prod): GET /balance failed: $& (EPIPE)");
    expect(error.toJSON()).toMatchObject({ account: "prod", message: error.message });
  });

  it("names the last label alone", () => {
    const error = configError("acme", "`apiKey` is missing").forAccount("prod").forAccount("test");
    expect(error.message).toBe("acme (test): `apiKey` is missing");
    expect(error.forAccount("acme").message).toBe("acme: `apiKey` is missing");
  });

  it("says the vendor once where the label is no other word", () => {
    expect(new BalanceError(details).forAccount("acme").message).toBe(details.message);
  });

  it("leaves a message alone that does not begin with the vendor", () => {
    const error = new BalanceError({ ...details, message: "no balance" }).forAccount("prod");
    expect(error).toMatchObject({ message: "no balance", account: "prod" });
  });
});
