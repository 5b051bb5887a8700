import { amountChecks } from "./conformance/amount-checks.ts";
import { capabilityChecks } from "./conformance/capability-checks.ts";
import { changeChecks } from "./conformance/change-checks.ts";
import { snapshotChecks } from "./conformance/snapshot-checks.ts";
import type { ConformanceCheck, ConformanceSubject } from "./conformance/subject.ts";

export type { Capability, CapabilityField, VendorCapabilities } from "./model/capabilities.ts";
export type { ConformanceCheck, ConformanceExample, ConformanceSubject } from "./conformance/subject.ts";

/** The two functions that every test framework has. */
export interface TestFramework {
  readonly describe: (title: string, define: () => void) => void;
  readonly it: (title: string, run: () => void) => void;
}

/**
 * The laws of the balance model that hold of every decoder, checked over a vendor's examples: nothing invented,
 * nothing lost, nothing repaired, and every field as the capability table says. Each throws an Error that names
 * the example and the place.
 */
export function conformanceChecks(subject: ConformanceSubject): readonly ConformanceCheck[] {
  return [
    ...amountChecks(subject),
    ...changeChecks(subject),
    ...capabilityChecks(subject),
    ...snapshotChecks(subject),
  ];
}

/** Defines one test for each check, with the `describe` and `it` of any test framework. */
export function describeConformance(subject: ConformanceSubject, { describe, it }: TestFramework): void {
  describe(`${subject.vendor} keeps the laws of the balance model`, () => {
    for (const { title, run } of conformanceChecks(subject)) it(title, run);
  });
}
