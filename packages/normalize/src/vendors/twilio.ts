import { BalanceError, configError, ownOptions, type ReadingClient } from "@openbalance/http";
import { createTwilioTransport, readTwilioProblem } from "@openbalance/twilio";
import type { TwilioBalanceReply, TwilioPaths, TwilioOptions } from "@openbalance/twilio";
import type { AccountOptions, BalanceAccount } from "../model/account.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { BalanceRow } from "../decode/balance-row.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { statedAsset } from "../decode/row-asset.ts";
import { singleRequestAccount } from "../read/requesting-account.ts";
import { openReply, type DecodeOptions, type VendorReply } from "../decode/vendor-reply.ts";

export type TwilioSnapshot = BalanceSnapshot<"twilio", TwilioBalanceReply>;

/** What a reply of Twilio can say. */
export const twilioCapabilities: VendorCapabilities = {
  fields: {
    total: { reportedAt: ["/balance"] },
    "account.id": { reportedAt: ["/account_sid"] },
  },
  leftOut: {},
};

export type TwilioAccountOptions = AccountOptions<TwilioOptions, ReadingClient<TwilioPaths>> & {
  /** The account to read, AC and 32 hexadecimal digits, whichever key is used. No subaccount: its parent pays. */
  readonly accountSid: string;
};

const noBalance = "twilio: this account has no balance of its own, as no subaccount has; read its parent";

/** An account at Twilio, to be read with `readBalance`. Throws `config` when an option is missing or malformed. */
export function twilioAccount(options: TwilioAccountOptions): BalanceAccount<TwilioSnapshot> {
  // A caller without types can leave the options out; the SID is then what is missing.
  const { accountSid, ...rest } = ownOptions(options) ?? {};
  const others = ownOptions(rest);
  if (!/^AC[0-9a-f]{32}$/i.test(accountSid)) {
    throw configError("twilio", "`accountSid` must be AC and 32 hexadecimal digits, which no key has");
  }
  // The SID of the account is half of the client's credentials, unless there is a key or a client.
  const isOwnUser = others.client === undefined && !("apiKeySid" in others);
  return singleRequestAccount("twilio", isOwnUser ? options : others, createTwilioTransport, {
    path: "/2010-04-01/Accounts/{AccountSid}/Balance.json",
    params: { path: { AccountSid: accountSid } },
    decode: decodeTwilioBalance,
  });
}

/**
 * Decodes a reply of Twilio's `GET /2010-04-01/Accounts/{AccountSid}/Balance.json`. `total` is what is left, and may be
 * below zero. Throws `not_found` for an account without a balance of its own, whose fields are null.
 * https://github.com/twilio/twilio-oai
 */
export function decodeTwilioBalance(reply: VendorReply, options: DecodeOptions = {}): TwilioSnapshot {
  const { root, snapshot } = openReply("twilio", reply, readTwilioProblem);
  const balance = root.member("balance");
  const currency = root.member("currency");
  if (balance.value === null && currency.value === null) {
    const { status: httpStatus } = reply;
    throw new BalanceError({ code: "not_found", vendor: "twilio", httpStatus, message: noBalance });
  }
  const row = new BalanceRow();
  const total = row.reported("/total", balance.amount());
  const { asset, assetFrom } = statedAsset(options, "twilio", currency);
  return snapshot("twilio", options, {
    account: { id: root.member("account_sid").text() },
    balances: [row.finish(asset, { total, assetFrom })],
  });
}
