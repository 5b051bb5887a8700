import { multiplyDecimal, parseDecimal, type Decimal } from "@openbalance/normalize";

/** The share that `5%` stands for, exactly: `0.05`. Undefined for anything else and for what is below zero. */
export function parsePercentage(text: string): Decimal | undefined {
  const share = text.endsWith("%") ? parseDecimal(text.slice(0, -1)) : undefined;
  return share === undefined || share.startsWith("-") ? undefined : multiplyDecimal(share, "0.01");
}
