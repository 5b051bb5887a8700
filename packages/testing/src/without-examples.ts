/** A description without a single example, from which a mock makes up values of the right type. */
export function withoutExamples<Document extends object>(document: Document): Document {
  // Only members go that the type of a description does not promise.
  return strip(document) as Document;
}

function strip(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strip);
  if (typeof node !== "object" || node === null) return node;
  const members = Object.entries(node).filter(([key]) => key !== "example" && key !== "examples");
  return Object.fromEntries(members.map(([key, value]) => [key, strip(value)]));
}
