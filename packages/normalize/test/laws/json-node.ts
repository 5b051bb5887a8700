/** A reply that is still to be written: literals as they stand, members in their order, keys possibly repeated. */
export type JsonNode =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "array"; readonly elements: readonly JsonNode[] }
  | { readonly kind: "object"; readonly members: readonly Member[] };

export type Member = readonly [key: string, value: JsonNode];

export function literal(text: string): JsonNode {
  return { kind: "literal", text };
}

export function render(node: JsonNode): string {
  if (node.kind === "literal") return node.text;
  if (node.kind === "array") return `[${node.elements.map(render).join(",")}]`;
  return `{${node.members.map(([key, value]) => `${JSON.stringify(key)}:${render(value)}`).join(",")}}`;
}

/** The tree with every node replaced, parents first; `path` is a JSON Pointer. */
export function mapNodes(
  node: JsonNode,
  change: (node: JsonNode, path: string) => JsonNode,
  path = "",
): JsonNode {
  const changed = change(node, path);
  if (changed.kind === "literal") return changed;
  if (changed.kind === "array") {
    return {
      kind: "array",
      elements: changed.elements.map((element, index) => mapNodes(element, change, `${path}/${index}`)),
    };
  }
  const members = changed.members.map(([key, value]): Member => {
    return [key, mapNodes(value, change, `${path}/${escapeKey(key)}`)];
  });
  return { kind: "object", members };
}

/** Without the member at a JSON Pointer, however often its key is repeated. */
export function withoutMember(root: JsonNode, pointer: string): JsonNode {
  return mapNodes(root, (node, path) => {
    if (node.kind !== "object") return node;
    return {
      kind: "object",
      members: node.members.filter(([key]) => `${path}/${escapeKey(key)}` !== pointer),
    };
  });
}

/** Of a repeated key only the last member, so that order no longer decides which one counts. */
export function withoutRepeats(root: JsonNode): JsonNode {
  return mapNodes(root, (node) => {
    if (node.kind !== "object") return node;
    const last = new Map(node.members);
    return { kind: "object", members: [...last] };
  });
}

export function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
