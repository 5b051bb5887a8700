import { sumOfStated, type Decimal } from "../model/decimal.ts";
import type { ReplyNode } from "./reply-node.ts";

/** Records that an amount is not the sum that the documents say it is, where it and all of them are stated. */
export function checkSum(
  node: ReplyNode,
  amount: Decimal | undefined,
  summands: readonly (Decimal | undefined)[],
  formula: string,
): void {
  const sum = sumOfStated(summands);
  if (amount !== undefined && sum !== undefined && amount !== sum) {
    node.issue("inconsistent", `is not ${formula}`);
  }
}
