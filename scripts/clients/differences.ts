import { isBalanceError, parseDecimal, type BalanceSnapshot } from "@openbalance/normalize";
import { comparedClient } from "./compared-client.ts";
import type { Outcome } from "./outcome.ts";
import type { ComparedReply } from "./replies.ts";

/** Where two clients differ and how, in words that do not name the example: `telnyx /data/balance: rounded`. */
export type Difference = `${string}: ${string}`;

/** Every difference between what an official client and ours made of one reply, field by field. */
export function differencesOf(reply: ComparedReply, official: Outcome, ours: Outcome): readonly Difference[] {
  const { vendor, name } = reply;
  if (!("data" in official) || !("data" in ours)) {
    if (official.status === ours.status && "data" in official === "data" in ours) return [];
    return [`${vendor} ${name}: the official client answers ${official.status}, ours ${ours.status}`];
  }
  const theirs = fieldsOf(
    comparedClient(vendor).renames === true ? withWireNames(official.data) : official.data,
  );
  const own = fieldsOf(ours.data);
  const places = [...new Set([...theirs.keys(), ...own.keys()])];
  const inData = places.flatMap((place): Difference[] => {
    const kind = kindOf(theirs.get(place), own.get(place));
    return kind === undefined ? [] : [`${vendor} ${place}: ${kind}`];
  });
  return [...inData, ...roundedAmounts(reply, theirs)];
}

/** Amounts that the official client's value is not, in exact decimals. */
function roundedAmounts(reply: ComparedReply, theirs: ReadonlyMap<string, unknown>): Difference[] {
  return Object.values(snapshotOf(reply)?.balances ?? []).flatMap(({ provenance }) =>
    Object.values(provenance).flatMap((origin): Difference[] => {
      const value = origin.kind === "reported" ? theirs.get(origin.path) : undefined;
      if (origin.kind !== "reported" || value === undefined || value === null) return [];
      const same = parseDecimal(`${value as string | number}`) === parseDecimal(origin.text);
      return same ? [] : [`${reply.vendor} ${origin.path}: rounded`];
    }),
  );
}

function snapshotOf({ vendor, status, text }: ComparedReply): BalanceSnapshot | undefined {
  try {
    return comparedClient(vendor).decode({ status, text, fetchedAt: "2026-11-22T00:00:00Z" });
  } catch (error) {
    if (isBalanceError(error)) return undefined;
    throw error;
  }
}

function kindOf(official: unknown, ours: unknown): string | undefined {
  if (Object.is(official, ours)) return undefined;
  if (official === undefined) return ours === null ? "left out where it is null" : "left out";
  if (ours === undefined) return "invented";
  if (typeof official === "number" && typeof ours === "string") {
    return parseDecimal(String(official)) === parseDecimal(ours) ? "a number made of text" : "rounded";
  }
  return "another value";
}

/** Every value that is no object or list, by its JSON Pointer. */
function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  const collect = (node: unknown, place: string): void => {
    if (typeof node !== "object" || node === null) fields.set(place, node);
    else for (const [key, member] of Object.entries(node)) collect(member, `${place}/${key}`);
  };
  collect(value, "");
  return fields;
}

/** The names on the wire, of what an official client has renamed. */
function withWireNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withWireNames);
  if (typeof value !== "object" || value === null) return value;
  const renamed = Object.entries(value).map(([name, member]) => {
    return [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), withWireNames(member)];
  });
  return Object.fromEntries(renamed) as unknown;
}
