import { configureGlobal } from "fast-check";

// A mutant is noticed by the first case that fails; the smallest one is of no interest.
configureGlobal({ endOnFailure: true });
