import type { CallCost } from "./measure-calls.ts";
import type { Spread } from "./statistics.ts";

/** A figure of ours with the most or the least it may be. */
export interface Verdict {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
}

/** What one call may cost beside raw fetch. */
export const callTargets = {
  client: { cpuRatio: 1, throughputRatio: 1, addedMs: 0.1 },
  account: { cpuRatio: 0.9 },
} as const;

/** How far raw fetch may be off itself before no ratio of the run says anything. */
export const mostControlError = 0.1;

/** Why a run says nothing of calls; undefined when raw fetch cost what it cost the other time. */
export function whyNoVerdict({ cpuRatio, throughputRatio }: CallCost): string | undefined {
  const isOff = [cpuRatio, throughputRatio].some(({ median }) => !(Math.abs(median - 1) <= mostControlError));
  if (!isOff) return undefined;
  const measured = `${times(cpuRatio.median)} its processor time and ${times(throughputRatio.median)} its throughput`;
  return `No verdict on calls: raw fetch beside itself took ${measured}, more than ${percent(mostControlError)} off. Run it again on a quiet machine.`;
}

/** Milliseconds that importing one vendor's client may take. */
export const importTargetMs = 5;

export function atMost(
  what: string,
  value: number,
  limit: number,
  format: (value: number) => string,
): Verdict {
  return { what, measured: format(value), target: `at most ${format(limit)}`, met: value <= limit };
}

/** Judges one vendor's client or account by the medians; the spread is in the table. */
export function judgeCall(label: string, way: keyof typeof callTargets, cost: CallCost): readonly Verdict[] {
  const cpu = atMost(
    `${label}: processor time a call`,
    cost.cpuRatio.median,
    callTargets[way].cpuRatio,
    times,
  );
  if (way === "account") return [cpu];
  const { throughputRatio, addedMs } = callTargets.client;
  return [
    cpu,
    {
      what: `${label}: throughput`,
      measured: percent(cost.throughputRatio.median),
      target: `at least ${percent(throughputRatio)}`,
      met: cost.throughputRatio.median >= throughputRatio,
    },
    atMost(
      `${label}: time added to a call`,
      cost.addedMs.median,
      addedMs,
      (value) => `${value.toFixed(3)} ms`,
    ),
  ];
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} x`;
}

export function percent(value: number): string {
  return `${(value * 100).toFixed(0)} %`;
}

/** The median, and between what half of the rounds lie. */
export function showSpread({ median, lowerQuartile, upperQuartile }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${lowerQuartile.toFixed(digits)} to ${upperQuartile.toFixed(digits)})`;
}
