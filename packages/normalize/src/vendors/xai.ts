import { encodePathParameter, ownOptions, type ReadingClient } from "@openbalance/http";
import { createXaiTransport, readXaiProblem } from "@openbalance/xai";
import type { XaiBalanceReply, XaiPaths, XaiOptions } from "@openbalance/xai";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import { usDollar } from "../model/asset.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { documentedAsset } from "../decode/row-asset.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type XaiSnapshot = BalanceSnapshot<"xai", XaiBalanceReply>;

// Whole cents, and what the team has is what xAI owes.
const counting = { scale: -2, negated: true } as const;

/** What a reply of xAI can say: one figure, of a ledger that is posted once a month. */
export const xaiCapabilities: VendorCapabilities = {
  assets: [usDollar],
  fields: {
    total: { reportedAt: ["/total/val"], ...counting },
    assetFrom: { documentedAt: "https://docs.x.ai/developers/rest-api-reference/management/billing" },
    "account.id": { requestedAs: "teamId" },
    "account.scope": { documentedAt: "https://docs.x.ai/developers/rest-api-reference/management/billing" },
  },
  leftOut: { "/changes": "what the total came from, failed top-ups included" },
};

export interface XaiDecodeOptions extends DecodeOptions {
  /** The team that was asked for, which the reply need not name; it becomes the id of the account. */
  readonly teamId?: string;
}

export type XaiAccountOptions = AccountOptions<XaiOptions, ReadingClient<XaiPaths>> & {
  /** The team to read: the UUID in the address of the console. */
  readonly teamId: string;
};

/** A team at xAI, to be read with `readBalance`. Throws `config` when key or team are missing or malformed. */
export function xaiAccount(options: XaiAccountOptions): BalanceAccount<XaiSnapshot> {
  // A caller without types can leave the options out; the team is then what is missing.
  const { teamId, ...accountOptions } = ownOptions(options) ?? {};
  // Called for what it refuses; the client encodes it again.
  encodePathParameter("xai", "teamId", teamId);
  return singleRequestAccount("xai", accountOptions, createXaiTransport, {
    path: "/v1/billing/teams/{team_id}/prepaid/balance",
    params: { path: { team_id: teamId } },
    decode: (reply, decodeOptions) => decodeXaiBalance(reply, { ...decodeOptions, teamId }),
  });
}

/**
 * Decodes a reply of xAI's prepaid balance. Its ledger is kept from xAI's side and in cents: -4217 is 42.17 US dollars
 * of the team's. `total` is what is posted: what the running month has used is not off it yet, and in no member of the
 * reply. `bad_response` when the reply has no total that is a number; a zero that is left out is not taken for one.
 * https://docs.x.ai/developers/rest-api-reference/management/billing
 */
export function decodeXaiBalance(reply: VendorReply, options: XaiDecodeOptions = {}): XaiSnapshot {
  const { root, snapshot } = openReply("xai", reply, readXaiProblem);
  const row = new BalanceRow();
  const cents = root.member("total").member("val").amount("expected", counting);
  const total = row.reported("/total", cents);
  const { asset, assetFrom } = documentedAsset(options, usDollar);
  const balance = row.finish(asset, { total, assetFrom });
  return snapshot("xai", options, {
    account: { id: ownOptions(options).teamId, scope: "team" },
    balances: [balance],
  });
}
