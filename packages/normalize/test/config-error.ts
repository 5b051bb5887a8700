import { BalanceError } from "@openbalance/http";
import { expect } from "vitest";

/** Calls what is expected to refuse its arguments, and gives the message that says which. */
export async function configMessage(call: () => unknown): Promise<string> {
  const error: unknown = await Promise.resolve()
    .then(call)
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  expect(error).toBeInstanceOf(BalanceError);
  expect(error).toMatchObject({ code: "config", retryable: false, attempts: 0 });
  return error instanceof Error ? error.message : "";
}
