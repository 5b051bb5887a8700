import { expect, it } from "vitest";
import { fuzzBodies } from "../fuzz/fuzz-bodies.ts";
import { loadFuzzSubjects } from "../fuzz/subjects.ts";

it.each(await loadFuzzSubjects())(
  "mutated replies of $shape.vendor are read as by the reference",
  (subject) => {
    expect(fuzzBodies([subject], 300, 20_261_122)).not.toHaveProperty("difference");
  },
);
