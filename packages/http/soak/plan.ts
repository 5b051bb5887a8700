import type { Fault } from "@openbalance/testing";
import { createRandom } from "./random.ts";
import { scenarios, type Scenario } from "./scenarios.ts";

/** One call of the soak: what the server does, what the caller does, and how it must end. */
export interface Plan {
  readonly scenario: Scenario;
  /** The body of the true answer; its digits are more than a double holds. */
  readonly answer: string;
  readonly faults: readonly Fault[];
  /** Milliseconds after which the caller aborts. Absent: it does not. */
  readonly abortAfterMs?: number;
}

const totalWeight = scenarios.reduce((sum, { weight }) => sum + weight, 0);
const abortedShare = 0.05;

/** The plan of a call: the same for the same seed and number. */
export function planCall(seed: number, call: number): Plan {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(call + 1, 0x85ebca6b));
  const scenario = pick(random() * totalWeight);
  const digits = Array.from({ length: 20 }, () => Math.floor(random() * 10)).join("");
  const answer = `{"call":${call},"balance":9${digits}.${digits}1}`;
  const abort = random() < abortedShare ? { abortAfterMs: Math.floor(random() * 40) } : {};
  return { scenario, answer, faults: scenario.faults(answer), ...abort };
}

function pick(at: number): Scenario {
  let left = at;
  const found = scenarios.find(({ weight }) => (left -= weight) < 0) ?? scenarios[0];
  if (found === undefined) throw new Error("there is no scenario to pick");
  return found;
}
