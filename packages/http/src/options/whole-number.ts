/** Whether a value is a whole number from 1 to the largest that serves. */
export function isWholeNumber(value: unknown, largest: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= largest;
}
