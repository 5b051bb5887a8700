import { inspect } from "node:util";
import { redirectTo } from "../../../packages/testing/src/faults/redirect.ts";
import { replyJson } from "../../../packages/testing/src/faults/reply.ts";
import { describeOutcome, outcomeOf } from "../outcome.ts";
import { probeKey, type Probe } from "../probe.ts";

export const noKey: Probe = {
  name: "no key given",
  faults: ({ reply }) => [replyJson(reply("5.00"))],
  async run(subject, baseUrl) {
    return describeOutcome(await outcomeOf(async () => (await subject.open({ baseUrl })).read(), 8_000));
  },
  judge: (outcome, { requests }) =>
    requests.length === 0 ? `${outcome}, nothing sent` : "sent without a key",
  wanted: /^config, nothing sent$/,
};

export const keyInInspect: Probe = {
  name: "key in inspect(client)",
  faults: () => [],
  async run(subject, baseUrl) {
    const { instance } = await subject.open({ baseUrl, key: probeKey });
    return inspect(instance, { depth: 10 }).includes(probeKey) ? "shown" : "not shown";
  },
  wanted: /^not shown$/,
};

export const redirectElsewhere: Probe = {
  name: "redirect to another origin",
  faults: (_subject, elsewhereUrl) => [redirectTo(`${elsewhereUrl}/v1/balance`)],
  async run(subject, baseUrl) {
    const client = await subject.open({ baseUrl, key: probeKey });
    return describeOutcome(await outcomeOf(() => client.read(), 8_000));
  },
  judge(outcome, { elsewhere }) {
    if (elsewhere.length === 0) return `not followed, ${outcome}`;
    const carried = elsewhere.some(({ rawHeaders }) => rawHeaders.some((text) => text.includes(probeKey)));
    return carried ? "followed, key sent along" : "followed, key taken off";
  },
  wanted: /^not followed, redirect$/,
};

export const climbingId: Probe = {
  name: "an id of two dots",
  faults: ({ reply }) => [replyJson(reply("5.00"))],
  async run(subject, baseUrl) {
    const client = await subject.open({ baseUrl, key: probeKey });
    const { readById } = client;
    if (readById === undefined) return "-";
    return describeOutcome(await outcomeOf(() => readById(".."), 8_000));
  },
  judge(outcome, { requests }) {
    const [first] = requests;
    if (outcome === "-" || first === undefined) return outcome === "-" ? "-" : `refused, ${outcome}`;
    return first.rawUrl.includes("..") ? `sent as ${first.rawUrl}` : `climbs to ${first.rawUrl}`;
  },
  wanted: /^(-|refused, config)$/,
};
