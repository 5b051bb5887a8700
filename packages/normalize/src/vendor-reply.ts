import { BalanceError, errorFromAttempt, type Problem, type Reply } from "@openbalance/http";
import type { Asset } from "./asset.ts";
import type { Balance, BalanceSnapshot } from "./balance.ts";
import { withoutAbsent } from "./balance-row.ts";
import { parseExactJson, type ExactJson } from "./exact-json.ts";
import type { Issue } from "./issue.ts";
import { ReplyNode } from "./reply-node.ts";

/** A reply that the caller already holds: its text, or, losing digits, what was parsed from it. */
export type VendorReply = {
  readonly status: number;
  /** RFC 3339 UTC, the caller's clock. */
  readonly fetchedAt: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
} & ({ readonly text: string } | { readonly body: unknown });

export interface DecodeOptions {
  /** The caller's label of the account; the vendor's name when absent. */
  readonly ref?: string;
  /** Replaces the asset that the vendor's main row is taken to be in. */
  readonly asset?: Asset;
}

/** A reply that is a success, open for reading. */
export interface OpenReply {
  readonly root: ReplyNode;
  /** The error for a reply that cannot be a balance. */
  badResponse(reason: string): BalanceError;
  snapshot<Vendor extends string, Raw>(
    vendor: Vendor,
    options: DecodeOptions,
    content: SnapshotContent,
  ): BalanceSnapshot<Vendor, Raw>;
}

interface SnapshotContent {
  readonly balances: readonly Balance[];
  readonly account?: { readonly [Field in "id" | "owner" | "address" | "name"]?: string | undefined };
  readonly state?: string | undefined;
}

/** Parses a reply and throws the vendor's error when it is one. Pure: no I/O and no clock. */
export function openReply(
  vendor: string,
  reply: VendorReply,
  readProblem: (reply: Reply) => Problem | undefined,
): OpenReply {
  const { status, headers = {}, fetchedAt } = reply;
  const receivedAtMs = Date.parse(fetchedAt);
  if (Number.isNaN(receivedAtMs)) {
    throw new BalanceError({
      code: "config",
      vendor,
      message: `${vendor}: \`fetchedAt\` must be an RFC 3339 time`,
    });
  }
  const parsed = parse(reply);
  const judged = { status, headers, receivedAtMs, body: parsed?.plain };
  const problem = readProblem(judged);
  if (problem !== undefined) {
    throw errorFromAttempt(vendor, "the vendor", { problem, reply: judged, secrets: [] }, 0);
  }

  const issues: Issue[] = [];
  const badResponse = (reason: string): BalanceError => {
    return new BalanceError({
      code: "bad_response",
      vendor,
      httpStatus: status,
      message: `${vendor}: ${reason}`,
    });
  };
  if (parsed === undefined) throw badResponse("the reply is not JSON, or nests too deep");
  return {
    root: new ReplyNode(parsed.exact, "", issues),
    badResponse,
    snapshot<Vendor extends string, Raw>(name: Vendor, options: DecodeOptions, content: SnapshotContent) {
      const snapshot: BalanceSnapshot<Vendor, Raw> = {
        schema: "balance/1",
        vendor: name,
        account: { ref: options.ref ?? name, ...withoutAbsent(content.account ?? {}) },
        ...withoutAbsent({ state: content.state }),
        balances: content.balances,
        fetchedAt,
        issues,
        // The type is the vendor's documented shape; what really came is only known at run time.
        raw: parsed.plain as Raw,
      };
      return snapshot;
    },
  };
}

function parse(reply: VendorReply): { exact: ExactJson; plain: unknown } | undefined {
  // A parsed body is JSON by the caller's word; its numbers are marked as doubles.
  if (!("text" in reply)) return { exact: reply.body as ExactJson, plain: reply.body };
  try {
    return parseExactJson(reply.text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
