/** What is in a wallet, by its number: nine decimals, so that a sum in doubles would be wrong. */
export function walletAmount(number: number): string {
  return `${number}.${String(number % 1_000_000_000).padStart(9, "0")}`;
}

/** Whether there is a wallet of that number. */
export function existsAt(number: number): boolean {
  return number % 1_000 !== 999;
}

/** What is in the wallets from 0 on together, exactly, in units of the ninth decimal. */
export function sumInBillionths(wallets: number): bigint {
  let sum = 0n;
  for (let number = 0; number < wallets; number += 1) {
    if (existsAt(number)) sum += BigInt(walletAmount(number).replace(".", ""));
  }
  return sum;
}
