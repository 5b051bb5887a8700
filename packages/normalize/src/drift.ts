/** What the description says of a member: it is always there, it may be, or anything may stand below it. */
export type FieldPresence = "always" | "optional" | "open";

/** The members of every reply, as `@openbalance/<vendor>/fields` lists them: by call, then by place. */
export type FieldTable = Readonly<Record<string, Readonly<Record<string, FieldPresence>>>>;

/** A difference between a true reply and its description. It names places and never values. */
export interface Drift {
  /** `missing_field` is a fault only where `presence` is `always`. */
  readonly code: "unknown_field" | "missing_field";
  /** JSON Pointer into the reply, with `~*` for any index and for names that could be data. */
  readonly path: string;
  readonly presence?: FieldPresence;
}

/** What `watchDrift` found in one reply. */
export interface DriftReport {
  /** For instance `GET /balance`. */
  readonly operation: string;
  /** At least one. */
  readonly drift: readonly Drift[];
}

interface FieldNode {
  presence: FieldPresence;
  readonly members: Map<string, FieldNode>;
}

const anyName = "~*";

/**
 * Compares a parsed reply with the fields that its description has. Members that the description lets be absent are
 * reported as missing too, with `presence: "optional"`. Empty when the call is not in the table.
 */
export function findDrift(fields: FieldTable, operation: string, body: unknown): readonly Drift[] {
  if (!Object.hasOwn(fields, operation)) return [];
  const found = new Map<string, Drift>();
  const note = (drift: Drift): void => void found.set(`${drift.code} ${drift.path}`, drift);
  compare(treeOf(fields[operation] ?? {}), body, "", note);
  return [...found.values()];
}

/**
 * The same client, which also looks at every success for members that its description lacks or names in vain. The
 * hook is called with what was found; an error that it throws changes nothing.
 */
export function watchDrift<Client extends WatchableClient>(
  client: Client,
  fields: FieldTable,
  onDrift: (report: DriftReport) => void,
): Client {
  // What a call takes and gives is said by the type of the client, which stays.
  const get = client.GET as unknown as AnyGet;
  const watched: AnyGet = async (path, ...options) => {
    const result = await get(path, ...options);
    const operation = `GET ${String(path)}`;
    const drift = findDrift(fields, operation, parsed(result.data));
    if (drift.length > 0) tell(onDrift, { operation, drift });
    return result;
  };
  return { ...client, GET: watched };
}

/** A client of openapi-fetch, of any paths. */
export interface WatchableClient {
  readonly GET: (...call: never) => Promise<{ readonly data?: unknown }>;
}

type AnyGet = (...call: readonly unknown[]) => Promise<{ readonly data?: unknown }>;

function compare(node: FieldNode, value: unknown, path: string, note: (drift: Drift) => void): void {
  if (typeof value !== "object" || value === null || isBoundless(node)) return;
  const any = node.members.get(anyName);
  for (const [key, child] of Object.entries(value)) {
    const member = Array.isArray(value) ? any : (node.members.get(escapeToken(key)) ?? any);
    const name = member === any || Array.isArray(value) ? anyName : escapeToken(key);
    if (member !== undefined) compare(member, child, `${path}/${name}`, note);
    else if (node.presence !== "open") note({ code: "unknown_field", path: `${path}/${nameOf(key)}` });
  }
  if (Array.isArray(value)) return;
  for (const [token, { presence }] of node.members) {
    const isThere = Object.hasOwn(value, unescapeToken(token));
    if (token !== anyName && !isThere) note({ code: "missing_field", path: `${path}/${token}`, presence });
  }
}

/** Whether anything may stand below, however deep. */
function isBoundless({ presence, members }: FieldNode): boolean {
  return presence === "open" && members.size === 0;
}

function treeOf(fields: Readonly<Record<string, FieldPresence>>): FieldNode {
  const root: FieldNode = { presence: "always", members: new Map() };
  for (const [path, presence] of Object.entries(fields)) {
    let node = root;
    for (const token of path.split("/").slice(1)) {
      const member = node.members.get(token) ?? {
        presence: "optional",
        members: new Map<string, FieldNode>(),
      };
      node.members.set(token, member);
      node = member;
    }
    node.presence = presence;
  }
  return root;
}

/** A name that no vendor would choose for a member may be data: an id, an address, a key. */
function nameOf(key: string): string {
  return /^[A-Za-z_$@][\w.$@-]{0,63}$/.test(key) ? key : anyName;
}

function escapeToken(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function unescapeToken(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

function parsed(data: unknown): unknown {
  if (typeof data !== "string") return data;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    // The client has judged it already; there is nothing to compare.
    return undefined;
  }
}

function tell(onDrift: (report: DriftReport) => void, report: DriftReport): void {
  try {
    onDrift(report);
  } catch {
    // Whoever watches must not break what is watched.
  }
}
