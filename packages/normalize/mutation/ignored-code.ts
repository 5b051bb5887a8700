/** As much of a Babel path as is looked at. */
interface NodePath {
  readonly node: {
    readonly type: string;
    readonly callee?: { readonly name?: string; readonly property?: { readonly name?: string } };
    readonly id?: { readonly name?: string } | null;
  };
  readonly key: string | number | null;
  readonly parentPath: NodePath | null;
}

// The last arguments of these are texts for people; the first of `issue` is a code.
const speakers = new Map([
  ["issue", 1],
  ["badResponse", 0],
  ["configError", 1],
]);

function reasonToIgnore({ node, key, parentPath }: NodePath): string | undefined {
  const name = node.id?.name ?? "";
  if (node.type === "FunctionDeclaration" && name.endsWith("Account"))
    return "accounts do I/O and decode nothing";
  if (node.type === "VariableDeclarator" && name.endsWith("Capabilities")) {
    return "a table, to which the conformance suite holds the decoder in both directions";
  }
  const call = parentPath?.node;
  if (call?.type !== "CallExpression") return undefined;
  const place = speakers.get(call.callee?.name ?? call.callee?.property?.name ?? "");
  if (place === undefined || typeof key !== "number" || key < place) return undefined;
  return "the wording of a message is free";
}

/** Loaded by Stryker. */
export const strykerPlugins: readonly object[] = [
  { kind: "Ignore", name: "ignored-code", value: { shouldIgnore: reasonToIgnore } },
];
