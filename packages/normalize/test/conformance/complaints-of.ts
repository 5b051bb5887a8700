import { conformanceChecks, type ConformanceSubject } from "../../src/conformance.ts";

/** What the checks that fail say, each after the check's title. */
export function complaintsOf(subject: ConformanceSubject): readonly string[] {
  return conformanceChecks(subject).flatMap(({ title, run }) => {
    try {
      run();
      return [];
    } catch (error) {
      return [`${title}: ${error instanceof Error ? error.message : "no Error"}`];
    }
  });
}
