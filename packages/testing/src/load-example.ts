import { loadSpec, type OpenApiDocument } from "@openbalance/specs";

/** A reply that a vendor's description or its mock overlay shows. */
export interface ExampleReply {
  readonly status: number;
  /** Undefined for a reply without a body. */
  readonly body: unknown;
  /** The body as JSON; its numbers are printed as doubles print, so longer digits need a text of their own. */
  readonly text: string;
}

export interface DescribedReply extends ExampleReply {
  readonly operationId: string;
  /** Absent for a reply without a body. */
  readonly name?: string;
}

/** What `default` stands for: any status without an entry of its own. */
const otherStatus = 520;

/** A named example of an operation. Rejects when there is none, or when several statuses have one of that name. */
export async function loadExample(vendor: string, operationId: string, name: string): Promise<ExampleReply> {
  const ofOperation = (await loadReplies(vendor)).filter((reply) => reply.operationId === operationId);
  const [found, ...others] = ofOperation.filter((reply) => reply.name === name);
  const place = `${vendor}: ${operationId}`;
  if (found === undefined) {
    const names = new Set(ofOperation.flatMap((reply) => reply.name ?? []));
    throw new Error(`${place} has no example "${name}", only ${[...names].join(", ") || "none at all"}`);
  }
  if (others.length > 0) {
    const statuses = [found, ...others].map(({ status }) => status).join(", ");
    throw new Error(`${place} has an example "${name}" under ${statuses}; take it out of loadReplies`);
  }
  const { status, body, text } = found;
  return { status, body, text };
}

const described = new Map<string, Promise<readonly DescribedReply[]>>();

/** Every reply that a vendor's mock can give: one for each named example, and one for each without a body. */
export function loadReplies(vendor: string): Promise<readonly DescribedReply[]> {
  let replies = described.get(vendor);
  if (replies === undefined) {
    replies = loadSpec(vendor, { mock: true }).then(repliesOf);
    described.set(vendor, replies);
  }
  return replies;
}

function repliesOf(document: OpenApiDocument): readonly DescribedReply[] {
  const replies: DescribedReply[] = [];
  for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
    const operationId = at(operation, "operationId");
    if (typeof operationId !== "string") continue;
    for (const [key, response] of Object.entries(at(operation, "responses") ?? {})) {
      const status = key === "default" ? otherStatus : Number(key);
      const content = at(resolve(document, response), "content", "application/json");
      if (content === undefined) replies.push({ operationId, status, body: undefined, text: "" });
      for (const [name, example] of Object.entries(at(content, "examples") ?? {})) {
        const body = at(example, "value");
        replies.push({ operationId, status, name, body, text: JSON.stringify(body) });
      }
    }
  }
  return replies;
}

function at(node: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce((value, key) => {
    return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }, node);
}

function resolve(document: OpenApiDocument, node: unknown): unknown {
  const reference = at(node, "$ref");
  if (typeof reference !== "string") return node;
  const keys = reference.slice(2).split("/");
  return at(document, ...keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")));
}
