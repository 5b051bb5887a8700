import { BalanceError, configError, ownOptions, type ReadingClient } from "@openbalance/http";
import { createOpenrouterTransport, readOpenrouterProblem } from "@openbalance/openrouter";
import type {
  OpenrouterPaths,
  OpenrouterCreditsReply,
  OpenrouterKeyReply,
  OpenrouterOptions,
} from "@openbalance/openrouter";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import { usDollar } from "../model/asset.ts";
import type { Balance, BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow, withoutAbsent } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { checkSum } from "../decode/check-sum.ts";
import type { Decimal } from "../model/decimal.ts";
import { differenceOf } from "../decode/derived-amounts.ts";
import type { ReplyNode } from "../decode/reply-node.ts";
import { documentedAsset } from "../decode/row-asset.ts";
import { requestingAccount } from "../read/requesting-account.ts";
import { unlessEmpty } from "../decode/unless-empty.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type OpenrouterSnapshot = BalanceSnapshot<"openrouter", OpenrouterCreditsReply | OpenrouterKeyReply>;

/** What the replies of OpenRouter can say: `GET /credits` of the account, `GET /key` of one key and its limit. */
export const openrouterCapabilities: VendorCapabilities = {
  left: ["funds", "allowance"],
  assets: [usDollar],
  fields: {
    total: { derivedBy: "lifetime.deposited - lifetime.spent" },
    available: { reportedAt: ["/data/limit_remaining"] },
    "quota.limit": { reportedAt: ["/data/limit"] },
    "quota.every": { reportedAt: ["/data/limit_reset"] },
    unlimited: { reportedAt: ["/data/limit"] },
    "lifetime.deposited": { reportedAt: ["/data/total_credits"] },
    "lifetime.spent": { reportedAt: ["/data/total_usage", "/data/usage"] },
    assetFrom: { documentedAt: "https://openrouter.ai/docs/api/reference/limits" },
    "account.scope": { requestedAs: "scope" },
  },
  leftOut: {
    "/data/usage_daily": "a part of usage",
    "/data/usage_weekly": "a part of usage",
    "/data/usage_monthly": "a part of usage",
    "/data/byok_usage": "paid to other vendors",
    "/data/byok_usage_daily": "paid to other vendors",
    "/data/byok_usage_weekly": "paid to other vendors",
    "/data/byok_usage_monthly": "paid to other vendors",
    "/data/free_model_daily_requests": "counts requests, not money",
    "/data/rate_limit": "means nothing any more",
  },
};

export type OpenrouterAccountOptions = AccountOptions<OpenrouterOptions, ReadingClient<OpenrouterPaths>> & {
  /** `account`, the default, wants a management key; `key` reads the limit of any key, which is no balance. */
  readonly scope?: "account" | "key";
};

/**
 * An account at OpenRouter, or one key of it, to be read with `readBalance`. Throws `config` when key or scope are
 * missing or malformed.
 *
 * For an account every read asks `GET /key` first what kind of key it is: `GET /credits` can answer an ordinary one with
 * zeros, and a funded account would look empty. Then the read rejects with `forbidden`, and the zeros are never asked for.
 */
export function openrouterAccount(options: OpenrouterAccountOptions): BalanceAccount<OpenrouterSnapshot> {
  // A caller without types can leave the options out; the client then says so.
  const { scope = "account", ...accountOptions } = ownOptions(options) ?? {};
  if (scope !== "account" && scope !== "key") {
    throw configError("openrouter", "`scope` must be account or key");
  }
  return requestingAccount("openrouter", accountOptions, createOpenrouterTransport, (prepare, ref) => {
    const askForKey = prepare("/key", {});
    const askForCredits = prepare("/credits", {});
    return async (signal) => {
      const key = await askForKey(signal);
      if (scope === "key") return decodeOpenrouterBalance(key, { ref });
      const isManagementKey = readKeyKind(key);
      if (isManagementKey === false) throw noManagementKey();
      const credits = await askForCredits(signal);
      return decodeOpenrouterBalance(credits, { ref, ...withoutAbsent({ isManagementKey }) });
    };
  });
}

export interface OpenrouterDecodeOptions extends DecodeOptions {
  /** True when `GET /key` said so of the key that was sent. Else two zeros may be the wrong kind of key. */
  readonly isManagementKey?: boolean;
}

/**
 * Decodes a reply of OpenRouter's `GET /credits`, or of its `GET /key`. Neither says what is left of the account: `total`
 * is derived from all that was bought and all that was used, and may be below zero. What a key may still spend is
 * `available` of an allowance, which holds no money; it can be more than the account has. https://openrouter.ai/docs/api/api-reference/credits/get-credits
 */
export function decodeOpenrouterBalance(
  reply: VendorReply,
  options: OpenrouterDecodeOptions = {},
): OpenrouterSnapshot {
  const { root, snapshot } = openReply("openrouter", reply, readOpenrouterProblem);
  const data = root.member("data");
  const row = new BalanceRow();
  const isOfAccount = ["total_credits", "total_usage"].some((name) => data.member(name).value !== undefined);
  const fields = isOfAccount ? decodeCredits(data, row, options) : decodeKey(data, row);
  // One credit is one dollar: the documents name the same credits in both ways.
  const { asset, assetFrom } = documentedAsset(options, usDollar);
  return snapshot("openrouter", options, {
    account: isOfAccount ? {} : { scope: "key" },
    balances: [row.finish(asset, { ...fields, assetFrom })],
  });
}

function decodeCredits(
  data: ReplyNode,
  row: BalanceRow,
  { isManagementKey }: OpenrouterDecodeOptions,
): Partial<Balance> {
  const deposited = row.reported("/lifetime/deposited", data.member("total_credits").amount());
  const spent = row.reported("/lifetime/spent", data.member("total_usage").amount());
  if (deposited === "0" && spent === "0" && isManagementKey !== true) {
    data.issue("placeholder", "holds two zeros, which an ordinary key of any account can be answered");
  }
  const total = differenceOf(row, "/total", "lifetime.deposited - lifetime.spent", deposited, spent);
  return withoutAbsent({ total, lifetime: unlessEmpty({ deposited, spent }) });
}

function decodeKey(data: ReplyNode, row: BalanceRow): Partial<Balance> {
  const bound = data.member("limit");
  const rest = data.member("limit_remaining");
  const isUnlimited = bound.value === null;
  const limit = isUnlimited ? undefined : row.reported("/quota/limit", bound.unsignedAmount());
  const hasRest = !isUnlimited || (rest.value ?? null) !== null;
  const available = hasRest ? row.reported("/available", rest.amount()) : undefined;
  const spent = row.reported("/lifetime/spent", data.member("usage").amount());
  // A limit for the whole life of the key is what was used and what is left of it.
  if (data.member("limit_reset").value === null) {
    const summands = [available, spent, spentElsewhere(data)];
    checkSum(rest, limit, summands, "limit - usage");
  }
  return withoutAbsent({
    kind: "allowance" as const,
    available,
    quota: unlessEmpty({ limit, every: periodOf(data.member("limit_reset")) }),
    unlimited: isUnlimited ? (["quota.limit"] as const) : undefined,
    lifetime: unlessEmpty({ spent }),
  });
}

/** What was paid to other vendors, as far as the limit counts it. */
function spentElsewhere(data: ReplyNode): Decimal | undefined {
  const counts = data.member("include_byok_in_limit").boolean() === true;
  return counts ? data.member("byok_usage").amount("optional")?.value : "0";
}

function periodOf(node: ReplyNode): string | undefined {
  // Null is the documented word for a limit that never starts anew.
  const every = node.value === null ? undefined : node.text();
  if (every !== undefined && !["daily", "weekly", "monthly"].includes(every)) {
    node.issue("unknown_enum", "is none of daily, weekly and monthly");
  }
  return every;
}

/** Undefined where the vendor does not say. */
function readKeyKind(key: VendorReply): boolean | undefined {
  const data = openReply("openrouter", key, readOpenrouterProblem).root.member("data");
  return data.member("is_management_key").boolean() ?? data.member("is_provisioning_key").boolean();
}

function noManagementKey(): BalanceError {
  return new BalanceError({
    code: "forbidden",
    vendor: "openrouter",
    attempts: 1,
    message:
      "openrouter: GET /key says that this is no management key, and only such a key may read the account;" +
      ' give one, or `scope: "key"` to read the limit of this key',
  });
}
