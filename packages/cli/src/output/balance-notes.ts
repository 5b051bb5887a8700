import type { Asset, Balance, Decimal } from "@openbalance/normalize";
import type { AmountFormat } from "./amount-format.ts";

/** What a balance says beside the amounts that have a column. */
export function notesOf(balance: Balance, amounts: AmountFormat): string[] {
  const { asset, pending, pendingDirection, creditLimit, unlimited = [] } = balance;
  const { equivalents = [], holds = [] } = balance;
  const format = (amount: Decimal | undefined, of: Asset = asset): string =>
    amount === undefined ? "?" : amounts.format(amount, of);
  const notes = [...poolNotes(balance), ...partNotes(balance, format), ...quotaNotes(balance, format)];
  if (creditLimit !== undefined) {
    const words = balance.availableIncludesCredit ? "available includes credit" : "credit limit";
    notes.push(`${words} ${format(creditLimit)}`);
  }
  if (unlimited.includes("creditLimit")) notes.push("no credit limit");
  if (pending !== undefined) {
    notes.push(`pending ${format(pending)}${pendingDirection ? ` ${pendingDirection}` : ""}`);
  }
  for (const { asset: other, total, available } of equivalents) {
    const code = other.code ?? other.id;
    notes.push(`same funds: ${format(available, other)} of ${format(total, other)} ${code}`);
  }
  for (const { id, amount } of holds) notes.push(`hold ${id} ${format(amount)}`);
  return notes;
}

type Format = (amount: Decimal | undefined) => string;

/** Funds that cannot stand in for those of other rows. */
function poolNotes({ pool }: Balance): string[] {
  if (pool === undefined) return [];
  const { id, name = id, restrictedTo, expiresAt } = pool;
  const only = restrictedTo === undefined ? "" : `, for ${restrictedTo} alone`;
  return [`pool ${name}${only}${expiresAt === undefined ? "" : `, until ${expiresAt}`}`];
}

function partNotes({ parts = [] }: Balance, format: Format): string[] {
  const stated = parts.filter(({ amount }) => amount !== undefined);
  const words = stated.map(({ kind, name, amount, expiresAt }) => {
    return `${name ?? kind} ${format(amount)}${expiresAt === undefined ? "" : ` until ${expiresAt}`}`;
  });
  return words.length === 0 ? [] : [`of it ${words.join(", ")}`];
}

function quotaNotes({ quota = {}, unlimited = [] }: Balance, format: Format): string[] {
  const { limit, used, every, resetsAt } = quota;
  const period = [every, resetsAt === undefined ? undefined : `until ${resetsAt}`]
    .filter((word) => word !== undefined)
    .map((word) => ` ${word}`)
    .join("");
  if (unlimited.includes("quota.limit")) {
    return [used === undefined ? `no limit${period}` : `used ${format(used)} of no limit${period}`];
  }
  if (limit === undefined && used === undefined) return [];
  const share = used === undefined ? `limit ${format(limit)}` : `used ${format(used)} of ${format(limit)}`;
  return [share + period];
}
