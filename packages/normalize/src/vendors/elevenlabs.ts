import type { ReadingClient } from "@openbalance/http";
import { createElevenlabsTransport, readElevenlabsProblem } from "@openbalance/elevenlabs";
import type { ElevenlabsBalanceReply, ElevenlabsPaths, ElevenlabsOptions } from "@openbalance/elevenlabs";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import type { Asset } from "../model/asset.ts";
import type { Balance, BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { currencyAsset } from "../decode/currency-asset.ts";
import { differenceOf, sumOfInputs } from "../decode/derived-amounts.ts";
import type { ReplyNode } from "../decode/reply-node.ts";
import { documentedAsset } from "../decode/row-asset.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { epochTime } from "../decode/epoch-time.ts";
import { unlessEmpty } from "../decode/unless-empty.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type ElevenlabsSnapshot = BalanceSnapshot<"elevenlabs", ElevenlabsBalanceReply>;

export type ElevenlabsAccountOptions = AccountOptions<ElevenlabsOptions, ReadingClient<ElevenlabsPaths>>;

const page = "https://elevenlabs.io/docs/api-reference/user/subscription/get";

/** What a reply of ElevenLabs can say: an allowance of characters, and a row of money for what is owed beyond the plan. */
export const elevenlabsCapabilities: VendorCapabilities = {
  left: ["allowance"],
  fields: {
    available: { derivedBy: "quota.limit - quota.used" },
    availableIncludesCredit: { documentedAt: page },
    creditLimit: { reportedAt: ["/max_credit_limit_extension"] },
    unlimited: { reportedAt: ["/max_credit_limit_extension"] },
    "quota.limit": { reportedAt: ["/character_limit"] },
    "quota.used": { reportedAt: ["/character_count"] },
    "quota.resetsAt": { reportedAt: ["/next_character_count_reset_unix"] },
    "quota.every": { reportedAt: ["/character_refresh_period"] },
    pending: { reportedAt: ["/current_overage/amount"] },
    pendingDirection: { documentedAt: page },
    due: { derivedBy: "sum(inputs)" },
    assetFrom: { documentedAt: page },
    state: { reportedAt: ["/status"] },
  },
  leftOut: {
    "/max_character_limit_extension": "the older name of max_credit_limit_extension",
    "/voice_slots_used": "counts voices",
    "/voice_limit": "counts voices",
    "/max_voice_add_edits": "counts changes of voices",
    "/voice_add_edit_counter": "counts changes of voices",
    "/professional_voice_slots_used": "counts voices",
    "/professional_voice_slots_used_in_workspace": "counts voices",
    "/professional_voice_limit": "counts voices",
    "/next_invoice": "a forecast, which holds the overage again",
    "/open_invoices": "amount_due_cents is added up as due; the rest says what it consists of",
    "/pending_change": "the time of a change of plan",
  },
};

/** Means something at ElevenLabs alone, and is no money: newer text calls it a credit. */
const character: Asset = { kind: "credit", code: "character", id: "elevenlabs:character" };

/** A workspace at ElevenLabs, to be read with `readBalance`. Throws `config` when the key is missing or malformed. */
export function elevenlabsAccount(options: ElevenlabsAccountOptions): BalanceAccount<ElevenlabsSnapshot> {
  return singleRequestAccount("elevenlabs", options, createElevenlabsTransport, {
    path: "/v1/user/subscription",
    decode: decodeElevenlabsBalance,
  });
}

/**
 * Decodes a reply of ElevenLabs' `GET /v1/user/subscription`. The main row counts characters: what a period allows, what
 * of it is used, and `available`, which falls below zero once more is used than is allowed. How far it may, for a price,
 * is `creditLimit`. `max_character_limit_extension`, its older twin, is not taken. A row of money follows where the reply
 * speaks of overage or of invoices. A key may have a smaller quota of its own, which no reply shows.
 * https://elevenlabs.io/docs/api-reference/user/subscription/get
 */
export function decodeElevenlabsBalance(reply: VendorReply, options: DecodeOptions = {}): ElevenlabsSnapshot {
  const { root, snapshot } = openReply("elevenlabs", reply, readElevenlabsProblem);
  const row = new BalanceRow();
  const limit = row.reported("/quota/limit", root.member("character_limit").unsignedAmount());
  const used = row.reported("/quota/used", root.member("character_count").unsignedAmount());
  const available = differenceOf(row, "/available", "quota.limit - quota.used", limit, used);
  const extension = root.member("max_credit_limit_extension");
  const isUnlimited = extension.value === "unlimited";
  const creditLimit = isUnlimited ? undefined : row.reported("/creditLimit", extension.unsignedAmount());
  const resetsAt = epochTime(root.member("next_character_count_reset_unix"), "seconds");
  const every = root.member("character_refresh_period").text();
  const { asset, assetFrom } = documentedAsset(options, character);
  const characters = row.finish(asset, {
    kind: "allowance",
    available,
    availableIncludesCredit: available && false,
    creditLimit,
    unlimited: isUnlimited ? ["creditLimit"] : undefined,
    quota: unlessEmpty({ limit, used, resetsAt, every }),
    assetFrom,
  });
  return snapshot("elevenlabs", options, {
    state: root.member("status").text(),
    balances: [characters, ...decodeMoney(root)],
  });
}

/** What is owed beyond the plan: used and not billed, and billed and not paid. Two rows where their currencies differ. */
function decodeMoney(root: ReplyNode): readonly Balance[] {
  const overage = root.member("current_overage");
  const invoices = root.member("open_invoices").elements() ?? [];
  const row = new BalanceRow();
  const pending = row.reported("/pending", overage.member("amount").amount("optional"));
  const usage = { pending, pendingDirection: pending && "out" } as const;
  const used = pending === undefined ? undefined : currencyAsset("elevenlabs", overage.member("currency"));
  const billed = invoices.length === 0 ? used : currencyAsset("elevenlabs", root.member("currency"));
  const isOneRow = used === undefined || used.id === billed?.id;
  const billedRow = isOneRow ? row : new BalanceRow();
  const cents = invoices.map((invoice) =>
    invoice.member("amount_due_cents").amount("expected", { scale: -2 }),
  );
  const due = sumOfInputs(billedRow, "/due", cents);
  if (isOneRow) return billed && row.holdsAmounts ? [row.finish(billed, { ...usage, due })] : [];
  const main = row.finish(used, usage);
  return billed && due ? [main, billedRow.finish(billed, { due })] : [main];
}
