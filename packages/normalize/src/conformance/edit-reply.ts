import { NumberLiteral, type ExactJson } from "../decode/exact-json.ts";
import { childPointer } from "./pointer.ts";

type Members = readonly (readonly [key: string, value: ExactJson])[];

/** What to make of the members of an object or the elements of an array. */
export interface ReplyEdit {
  readonly members?: (members: Members, pointer: string) => Members;
  readonly elements?: (elements: readonly ExactJson[], pointer: string) => readonly ExactJson[];
}

/** The reply as text, edited on the way; numbers keep their spelling. */
export function writeReply(value: ExactJson, edit: ReplyEdit = {}, pointer = ""): string {
  if (value instanceof NumberLiteral) return value.source;
  if (Array.isArray(value)) {
    const elements: readonly ExactJson[] = edit.elements?.(value, pointer) ?? value;
    return `[${elements.map((element, at) => writeReply(element, edit, `${pointer}/${at}`)).join(",")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value);
  const written = (edit.members?.(members, pointer) ?? members).map(([key, member]) => {
    return `${JSON.stringify(key)}:${writeReply(member, edit, childPointer(pointer, key))}`;
  });
  return `{${written.join(",")}}`;
}

/** The reply with the values at some places replaced; undefined takes a member away. */
export function replaceInReply(
  root: ExactJson,
  replacements: ReadonlyMap<string, ExactJson | undefined>,
): string {
  return writeReply(root, {
    members: (members, pointer) =>
      members.flatMap(([key, value]) => {
        const place = childPointer(pointer, key);
        const replacement = replacements.has(place) ? replacements.get(place) : value;
        return replacement === undefined ? [] : [[key, replacement]];
      }),
    elements: (elements, pointer) =>
      elements.flatMap((value, at) => {
        const place = `${pointer}/${at}`;
        const replacement = replacements.has(place) ? replacements.get(place) : value;
        return replacement === undefined ? [] : [replacement];
      }),
  });
}
