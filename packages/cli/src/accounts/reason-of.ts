import type { BalanceError } from "@openbalance/normalize";

/** What went wrong, without vendor and account, where the line names them already. */
export function reasonOf({ message, vendor, account }: BalanceError): string {
  const places = [`${vendor} (${account}): `, `${vendor}: `];
  const place = places.find((start) => message.startsWith(start)) ?? "";
  return message.slice(place.length);
}
