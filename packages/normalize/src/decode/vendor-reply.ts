import {
  BalanceError,
  configError,
  errorFromAttempt,
  ownOptions,
  type Problem,
  type Reply,
} from "@openbalance/http";
import { checkRef } from "../model/account.ts";
import type { Asset } from "../model/asset.ts";
import type { Balance, BalanceSnapshot } from "../model/balance.ts";
import { withoutAbsent } from "./balance-row.ts";
import { parseExactJson, type ExactJson } from "./exact-json.ts";
import type { Issue } from "../model/issue.ts";
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

/** A success, to be decoded. */
export interface SuccessReply {
  readonly root: ReplyNode;
  /** The error for a reply that cannot be a balance, to be thrown. */
  badResponse(reason: string, cause?: Error): BalanceError;
}

/** A success, and how a snapshot is made of what was decoded. */
export interface OpenReply extends SuccessReply {
  /** Throws `bad_response` for balances without any amount. An empty list of them is a fact. */
  snapshot<Vendor extends string, Raw>(
    vendor: Vendor,
    options: DecodeOptions,
    content: SnapshotContent,
  ): BalanceSnapshot<Vendor, Raw>;
}

/** What a decoder finds in a reply. */
export interface SnapshotContent {
  /** In the vendor's order. */
  readonly balances: readonly Balance[];
  readonly account?: { readonly [Field in "id" | "owner" | "address" | "name"]?: string | undefined } & {
    readonly scope?: BalanceSnapshot["account"]["scope"];
  };
  readonly state?: string | undefined;
  readonly spendable?: boolean | undefined;
}

/** Parses a reply and throws the vendor's error when it is one. Pure: no I/O and no clock. */
export function openReply(
  vendor: string,
  reply: VendorReply,
  readProblem: (reply: Reply) => Problem | undefined,
): OpenReply {
  const receivedAtMs = checkReply(vendor, reply);
  const { status, headers = {}, fetchedAt } = reply;
  const parsed = parse(reply);
  const judged = { status, headers, receivedAtMs, body: parsed?.plain };
  const problem = readProblem(judged);
  if (problem !== undefined) {
    throw errorFromAttempt(vendor, "the vendor", { problem, reply: judged, secrets: [] }, 0);
  }

  const issues: Issue[] = [];
  const badResponse = (reason: string, cause?: Error): BalanceError => {
    return new BalanceError({
      code: "bad_response",
      vendor,
      httpStatus: status,
      message: `${vendor}: ${reason}`,
      cause,
    });
  };
  if (parsed === undefined) throw badResponse("the reply is not JSON, or nests too deep");
  return {
    root: new ReplyNode(parsed.exact, "", issues),
    badResponse,
    snapshot<Vendor extends string, Raw>(name: Vendor, options: DecodeOptions, content: SnapshotContent) {
      const { ref = name, asset } = ownOptions(options);
      checkDecodeOptions(name, { ref, asset });
      const { balances } = content;
      if (balances.length > 0 && balances.every(({ provenance }) => Object.keys(provenance).length === 0)) {
        throw badResponse("no balance of the reply holds an amount");
      }
      const snapshot: BalanceSnapshot<Vendor, Raw> = {
        schema: "balance/1",
        vendor: name,
        account: { ref, ...withoutAbsent(content.account ?? {}) },
        ...withoutAbsent({ state: content.state, spendable: content.spendable }),
        balances,
        fetchedAt,
        issues,
        // The type is the vendor's documented shape; what really came is only known at run time.
        raw: parsed.plain as Raw,
      };
      return snapshot;
    },
  };
}

const rfc3339Utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** Refuses what is no reply, naming the member; gives the time of the reply in milliseconds. */
function checkReply(vendor: string, reply: VendorReply): number {
  if (typeof reply !== "object" || reply === null) {
    throw configError(vendor, "`reply` must be an object with status, fetchedAt and text");
  }
  const { status, fetchedAt } = reply;
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    throw configError(vendor, "`status` must be an HTTP status, 100 to 599");
  }
  const receivedAtMs = typeof fetchedAt === "string" ? Date.parse(fetchedAt) : Number.NaN;
  if (!rfc3339Utc.test(fetchedAt) || Number.isNaN(receivedAtMs)) {
    throw configError(vendor, "`fetchedAt` must be an RFC 3339 time in UTC, as `toISOString` gives it");
  }
  if ("text" in reply ? typeof reply.text !== "string" : !("body" in reply)) {
    throw configError(vendor, "`text` must be the text of the reply; or give what was parsed as `body`");
  }
  return receivedAtMs;
}

function checkDecodeOptions(
  vendor: string,
  { ref, asset }: { ref: unknown; asset: Asset | undefined },
): void {
  checkRef(vendor, ref);
  if (asset !== undefined && typeof asset?.id !== "string") {
    throw configError(vendor, "`asset` must be an asset: kind, code and id");
  }
}

function parse(reply: VendorReply): { exact: ExactJson; plain: unknown } | undefined {
  // A parsed body is JSON by the caller's word; its numbers are marked as doubles.
  if (!("text" in reply)) return { exact: reply.body as ExactJson, plain: reply.body };
  try {
    // A file may begin with a byte order mark, which JSON.parse refuses.
    const text = reply.text.replace(/^\uFEFF/, "");
    return parseExactJson(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
