import { hugeBody } from "../../../packages/testing/src/faults/huge-body.ts";
import { replyJson } from "../../../packages/testing/src/faults/reply.ts";
import { htmlPage } from "../../../packages/testing/src/faults/status.ts";
import type { Subject } from "../../clients/subject.ts";
import { describeOutcome, outcomeOf } from "../outcome.ts";
import { probeKey, type Probe } from "../probe.ts";

export const htmlWith200: Probe = {
  name: "200 with an HTML page",
  faults: () => [htmlPage()],
  run: readOnce,
  wanted: /^bad_response$/,
};

export const truncatedJson: Probe = {
  name: "200 with truncated JSON",
  faults: ({ reply }) => [replyJson(reply("5.00").slice(0, 40))],
  run: readOnce,
  wanted: /^bad_response$/,
};

const manyDigits = "90071992547409931.10";

export const exactDigits: Probe = {
  name: `the amount ${manyDigits}`,
  faults: ({ reply }) => [replyJson(reply(manyDigits))],
  async run(subject, baseUrl) {
    const client = await subject.open({ baseUrl, key: probeKey });
    const outcome = await outcomeOf(() => client.read(), 8_000);
    if (outcome.kind !== "value") return describeOutcome(outcome);
    const { value } = outcome;
    const shown = typeof value === "string" ? `the text ${value}` : String(value);
    return value === manyDigits || value === manyDigits.replace(/0$/, "") ? "exact" : `lossy: ${shown}`;
  },
  wanted: /^exact$/,
};

export const hugeReply: Probe = {
  name: "a body of 64 MB",
  faults: ({ reply }) => [replyJson(reply("5.00")), hugeBody()],
  async run(subject, baseUrl) {
    const client = await subject.open({ baseUrl, key: probeKey });
    // The first call loads what the platform loads once.
    await client.read();
    const before = process.resourceUsage().maxRSS;
    const outcome = await outcomeOf(() => client.read(), 20_000);
    const mebibytes = Math.round((process.resourceUsage().maxRSS - before) / 1_024);
    const what = outcome.kind === "value" ? "takes it all" : describeOutcome(outcome);
    return `${what}, +${mebibytes} MB`;
  },
  wanted: /^too_large, \+([0-9]|[1-3][0-9]|4[0-8]) MB$/,
};

export const prototypeKeys: Probe = {
  name: "a reply with __proto__ and constructor keys",
  faults: ({ reply }) => {
    const keys = `"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}`;
    return [replyJson(reply("5.00").replace("{", `{${keys},`))];
  },
  async run(subject, baseUrl) {
    const client = await subject.open({ baseUrl, key: probeKey });
    const outcome = await outcomeOf(() => client.read(), 8_000);
    const polluted = "polluted" in {};
    if (polluted) return "pollutes every object";
    return outcome.kind === "value" ? "clean" : `clean, ${describeOutcome(outcome)}`;
  },
  wanted: /^clean$/,
};

async function readOnce(subject: Subject, baseUrl: string): Promise<string> {
  const client = await subject.open({ baseUrl, key: probeKey });
  return describeOutcome(await outcomeOf(() => client.read(), 8_000));
}
