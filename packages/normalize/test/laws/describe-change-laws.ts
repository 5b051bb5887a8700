import { expect, it } from "vitest";
import type { Balance, BalanceSnapshot, Pool } from "../../src/index.ts";
import { spell, spellings } from "./amount-literals.ts";
import {
  escapeKey,
  literal,
  mapNodes,
  render,
  withoutMember,
  withoutRepeats,
  type JsonNode,
} from "./json-node.ts";
import { outcomeOf } from "./law-case.ts";
import type { LawCases } from "./law-cases.ts";
import { snapshotAmounts } from "./snapshot-amounts.ts";
import type { VendorShape } from "./vendor-shape.ts";

/** What a change of the reply does to the amounts, and what it leaves alone. */
export function describeChangeLaws(cases: LawCases): void {
  it("4 without one amount of the reply that amount and those derived from it are gone, and no other changes", () => {
    cases.holdForSnapshots((reply, before) => {
      const amounts = byPlace(before);
      const places = [...amounts.keys()].filter((place) => place.startsWith("/"));
      const place = places[reply.choice(places.length)] ?? "/nothing";
      const { snapshot, error } = outcomeOf(reply.shape, render(withoutMember(reply.node, place)));
      const kept = [...amounts].filter(([other]) => other !== place && !other.split(" ").includes(place));
      // A rate alone says how much a credit is worth, not how many there are.
      const isRefused =
        error?.code === "bad_response" && kept.every(([, { field }]) => field.endsWith("/rate"));
      const left = snapshot === undefined ? undefined : [...byPlace(snapshot)];
      expect(left && new Map(left.map(withoutRow))).toEqual(
        isRefused ? undefined : new Map(kept.map(withoutRow)),
      );
    });
  });

  it("7 a number or a string, an exponent or none, zeros behind the point or none: the amounts are the same", () => {
    cases.holdForSnapshots((reply, before) => {
      const amounts = byPlace(before);
      const choice = reply.choice(spellings.length);
      const respelt = mapNodes(withoutRepeats(reply.node), (node, path) => {
        return amounts.has(path) ? respell(node, choice) : node;
      });
      const { snapshot } = outcomeOf(reply.shape, render(respelt));
      expect(snapshot && byPlace(snapshot)).toEqual(amounts);
    });
  });

  it("8 the order of keys and unknown keys change nothing", () => {
    cases.hold((reply) => {
      const node = withoutRepeats(reply.node);
      const mixed = mapNodes(node, (part, path) => {
        if (part.kind !== "object") return part;
        const members = rotate(part.members, reply.choice(12));
        const isOpen = reply.shape.holdsEntries?.(path) === true;
        return { kind: "object", members: isOpen ? members : [["not_documented", literal("7")], ...members] };
      });
      const [before, after] = [node, mixed].map((each) => outcomeOf(reply.shape, render(each)).snapshot);
      expect(facts(after)).toEqual(facts(before));
    });
  });

  it("8 the order of rows is the order of balances", () => {
    cases.hold((reply) => {
      const node = withoutRepeats(reply.node);
      const turned = mapNodes(node, (part) => {
        return part.kind === "array" ? { kind: "array", elements: part.elements.toReversed() } : part;
      });
      const [before, after] = [node, turned].map((each) =>
        rowsOf(outcomeOf(reply.shape, render(each)).snapshot),
      );
      const rows = reply.shape.listsParts === true ? before?.map(withTurnedParts) : before;
      const wanted = listsRows(reply.shape, node) ? rows?.toReversed() : rows;
      const inOrder = reply.shape.groupsRows === true ? sorted : asTheyStand;
      expect(inOrder(after)).toEqual(inOrder(wanted));
    });
  });
}

interface PlacedAmount {
  readonly field: string;
  readonly value: unknown;
}

/** The amounts by the places in the reply that they come from: one for a reported amount, several for a derived one. */
function byPlace(snapshot: BalanceSnapshot): ReadonlyMap<string, PlacedAmount> {
  return new Map(
    snapshotAmounts(snapshot).flatMap(({ row, field, value, provenance }): [string, PlacedAmount][] => {
      // What the documents say of a list that is empty comes from no number.
      if (provenance?.kind === "documented") return [];
      if (provenance?.kind !== "derived") return [[provenance?.path ?? "", { field, value }]];
      const sources = provenance.from.map((pointer) => {
        const source = snapshot.balances[row]?.provenance[pointer];
        return source?.kind === "reported" ? source.path : "";
      });
      return [[`from ${sources.join(" ")}`, { field, value }]];
    }),
  );
}

/** A row may move up when the one before it is gone. */
function withoutRow([place, { field, value }]: readonly [string, PlacedAmount]): readonly [
  string,
  PlacedAmount,
] {
  return [place, { field: field.slice(field.indexOf(" ")), value }];
}

const wholeAndFraction = /^"?(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?"?$/;

/** The same number, spelt in one of the ways and put in quotes or out of them. */
function respell(node: JsonNode, choice: number): JsonNode {
  const token = node.kind === "literal" ? node.text : "";
  // A digit in a string may be written as an escape.
  const text = token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : token;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = wholeAndFraction.exec(text) ?? [];
  const isZero = /^0*$/.test(`${whole}${fraction}`);
  const scale = isZero ? 0 : fraction.length - Number(exponent);
  const units = BigInt(`${sign}${whole}${fraction}`) * 10n ** BigInt(Math.max(0, -scale));
  const style = spellings[(text.length + choice) % spellings.length] ?? "plain";
  const respelt = spell(units, Math.max(0, scale), style);
  return literal(text.startsWith('"') ? respelt : `"${respelt}"`);
}

function rotate<Item>(items: readonly Item[], turns: number): readonly Item[] {
  const at = items.length === 0 ? 0 : turns % items.length;
  return [...items.slice(at), ...items.slice(0, at)].toReversed();
}

/** All that a snapshot says, but for the order in which holds and issues were found. */
function facts(snapshot: BalanceSnapshot | undefined): unknown {
  if (snapshot === undefined) return undefined;
  const { account, state, balances, issues } = snapshot;
  return {
    account,
    state,
    amounts: new Set([...byPlace(snapshot)].map((entry) => JSON.stringify(entry))),
    assets: balances.map(({ asset, asOf }) => [asset, asOf]),
    issues: new Set(issues.map((issue) => JSON.stringify(issue))),
  };
}

/** The rows without the places they come from. */
function rowsOf(snapshot: BalanceSnapshot | undefined): readonly PlainRow[] | undefined {
  return snapshot?.balances.map(({ provenance: _provenance, pool, ...row }) => {
    return pool === undefined ? row : Object.assign(row, { pool: withoutPlace(pool) });
  });
}

/** Where a vendor has no ids for pools, the place in the list is all that tells two of them apart. */
function withoutPlace(pool: Pool): Pool {
  return { ...pool, id: pool.id.replace(/:\d+$/, "") };
}

type PlainRow = Omit<Balance, "provenance">;

function withTurnedParts(row: PlainRow): PlainRow {
  return { ...row, ...(row.parts && { parts: row.parts.toReversed() }) };
}

function asTheyStand(rows: readonly unknown[] | undefined): readonly unknown[] | undefined {
  return rows;
}

function sorted(rows: readonly unknown[] | undefined): readonly string[] | undefined {
  return rows?.map((row) => JSON.stringify(row)).toSorted();
}

/** Whether the rows of this reply are the elements of an array. */
function listsRows({ rowsAt }: VendorShape, node: JsonNode): boolean {
  if (node.kind !== "object" || rowsAt === undefined) return false;
  return node.members.some(([key, value]) => `/${escapeKey(key)}` === rowsAt && value.kind === "array");
}
