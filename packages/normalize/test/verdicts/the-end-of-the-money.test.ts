import { listVendors } from "@openbalance/specs";
import { describe, expect, it } from "vitest";
import {
  decodeBitfrontBalance,
  decodeByteniteBalance,
  decodeDeepgramBalance,
  decodeDeepseekBalance,
  decodeDigitaloceanBalance,
  decodeElevenlabsBalance,
  decodeFlexpriceBalance,
  decodeGlyphrunBalance,
  decodeLinodeBalance,
  decodeMoonshotBalance,
  decodeOpenrouterBalance,
  decodeStripeBalance,
  decodeTelnyxBalance,
  decodeTwilioBalance,
  decodeVonageBalance,
  decodeVultrBalance,
  decodeXaiBalance,
  judge,
  type BalanceSnapshot,
  type Threshold,
  type VendorReply,
} from "../../src/index.ts";

const fetchedAt = "2026-11-22T00:00:00Z";

/** A vendor's replies on the way from plenty to nothing, and beyond where its documents say that it can go on. */
interface Way {
  readonly decode: (reply: VendorReply) => BalanceSnapshot;
  /** Bodies with less and less left: 50, 20, 19.99, 0.01 and 0 of the unit, then less than nothing. */
  readonly bodies: readonly object[];
  readonly threshold?: Partial<Threshold>;
}

const left = ["50", "20", "19.99", "0.01", "0"] as const;
const owing = [...left, "-0.01", "-300.5"];

const ways: Readonly<Record<string, Way>> = {
  bitfront: {
    decode: decodeBitfrontBalance,
    bodies: left.map((amount) => ({
      statusCode: 1000,
      responseData: [{ currency: "BTC", balance: amount, availableBalance: amount }],
    })),
  },
  bytenite: {
    decode: decodeByteniteBalance,
    bodies: owing.map((amount) => ({ totalBalance: amount, availableBalance: amount, amountDue: 12.5 })),
  },
  deepgram: {
    decode: decodeDeepgramBalance,
    bodies: [...left.map((amount) => ({ balances: [{ amount, units: "usd" }] })), { balances: [] }],
  },
  deepseek: {
    decode: decodeDeepseekBalance,
    bodies: owing.map((amount) => ({
      is_available: Number(amount) > 0,
      balance_infos: [
        { currency: "CNY", total_balance: amount, granted_balance: "0", topped_up_balance: amount },
      ],
    })),
  },
  digitalocean: {
    decode: decodeDigitaloceanBalance,
    bodies: owing.map((amount) => ({
      account_balance: String(-Number(amount)),
      month_to_date_usage: "0.00",
    })),
  },
  elevenlabs: {
    decode: decodeElevenlabsBalance,
    bodies: [50, 20, 19, 1, 0, -1, -300].map((rest) => ({
      character_limit: 100_000,
      character_count: 100_000 - rest,
      max_credit_limit_extension: 0,
      status: "active",
    })),
    threshold: { field: "quota" },
  },
  flexprice: {
    decode: decodeFlexpriceBalance,
    bodies: owing.map((amount) => ({
      id: "wallet_1",
      currency: "usd",
      wallet_status: "active",
      balance: amount,
      real_time_balance: amount,
    })),
  },
  glyphrun: {
    decode: decodeGlyphrunBalance,
    bodies: left.map((amount) => ({ wallet: { balance: amount, availableBalance: amount, totalLocked: 0 } })),
  },
  linode: {
    decode: decodeLinodeBalance,
    bodies: owing.map((amount) => ({
      balance: -Number(amount),
      balance_uninvoiced: 5,
      active_promotions: [],
    })),
  },
  moonshot: {
    decode: (reply) => decodeMoonshotBalance(reply, { region: "international" }),
    bodies: owing.map((amount) => ({
      code: 0,
      data: { available_balance: amount, voucher_balance: "0", cash_balance: amount },
    })),
  },
  openrouter: {
    decode: (reply) => decodeOpenrouterBalance(reply, { isManagementKey: true }),
    bodies: ["200", "230", "230.01", "249.99", "250", "250.01", "550.5"].map((total_usage) => ({
      data: { total_credits: "250", total_usage },
    })),
  },
  stripe: {
    decode: decodeStripeBalance,
    bodies: [5000, 2000, 1999, 1, 0, -1, -30_050].map((amount) => ({
      livemode: true,
      available: [{ amount, currency: "usd" }],
      pending: [{ amount: 0, currency: "usd" }],
    })),
  },
  telnyx: {
    decode: decodeTelnyxBalance,
    bodies: owing.map((amount) => ({
      data: { balance: amount, available_credit: amount, credit_limit: "0", pending: "0", currency: "USD" },
    })),
  },
  twilio: {
    decode: decodeTwilioBalance,
    bodies: owing.map((balance) => ({ account_sid: "AC1", balance, currency: "USD" })),
  },
  vonage: { decode: decodeVonageBalance, bodies: owing.map((value) => ({ value, autoReload: false })) },
  vultr: {
    decode: decodeVultrBalance,
    // What is owed grows from the prepaid 55.57 below zero to 3 above it, and the charges of the month come on top.
    bodies: ["-55.57", "-25.57", "-25.56", "-5.58", "-5.57", "0", "3"].map((balance) => ({
      account: { balance, pending_charges: 5.57 },
    })),
  },
  xai: {
    decode: decodeXaiBalance,
    bodies: [5000, 2000, 1999, 1, 0, -1].map((cents) => ({ total: { val: -cents } })),
  },
};

const limit = { amount: "20" } as const;

describe("on the way from plenty to owing the verdict turns once, to below, and is never unknown", () => {
  it("for every vendor", async () => {
    expect(Object.keys(ways)).toEqual(await listVendors());
  });

  it.each(Object.entries(ways))("for %s", (_vendor, { decode, bodies, threshold }) => {
    const verdicts = bodies.map((body) => {
      return judge(read(decode, body), { ...limit, ...threshold }).verdict;
    });
    const below = bodies.slice(2).map(() => "below");
    expect(verdicts).toEqual(["fine", "fine", ...below]);
  });
});

function read(decode: Way["decode"], body: object): BalanceSnapshot {
  return decode({ status: 200, text: JSON.stringify(body), fetchedAt });
}

describe("a verdict on a real reply", () => {
  it("is refused at DeepSeek where it says so beside money that is left", () => {
    const balance = {
      currency: "CNY",
      total_balance: "71.46",
      granted_balance: "0",
      topped_up_balance: "71.46",
    };
    const snapshot = read(decodeDeepseekBalance, { is_available: false, balance_infos: [balance] });
    expect(judge(snapshot, limit)).toMatchObject({ verdict: "refused", reason: "not_spendable" });
  });

  it.each(["frozen", "closed"])("is refused at Flexprice for a wallet that is %s", (wallet_status) => {
    const wallet = { id: "wallet_1", currency: "usd", wallet_status, balance: "100", real_time_balance: "0" };
    const snapshot = read(decodeFlexpriceBalance, wallet);
    expect(judge(snapshot, limit)).toMatchObject({ verdict: "refused", reason: "not_active", amount: "100" });
  });

  it("is unknown at OpenRouter for a key, with a cap or without, until the cap is named", () => {
    const keys = [
      { limit: null, limit_remaining: null, usage: 1 },
      { limit: 100, limit_remaining: 30, usage: 70 },
    ];
    const judged = keys.map((data) => read(decodeOpenrouterBalance, { data }));
    expect(judged.map((each) => judge(each, limit).reason)).toEqual(["allowance", "allowance"]);
    const quota = { ...limit, field: "quota" } as const;
    expect(judged.map((each) => judge(each, quota).reason)).toEqual(["unlimited", "enough"]);
  });

  it("is unknown at Stripe for test money", () => {
    const available = [{ amount: 5_000_000, currency: "usd" }];
    const snapshot = read(decodeStripeBalance, { livemode: false, available, pending: [] });
    expect(judge(snapshot, limit)).toMatchObject({ verdict: "unknown", reason: "test" });
  });

  it("is unknown at Deepgram for a unit that it does not list", () => {
    const snapshot = read(decodeDeepgramBalance, { balances: [{ amount: 5, units: "hour" }] });
    expect(judge(snapshot, { ...limit, asset: "USD" })).toMatchObject({ reason: "not_listed" });
  });
});
