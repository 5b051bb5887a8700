const seed = Number(process.env["FC_SEED"] ?? 20_261_122);
const numRuns = Number(process.env["FC_RUNS"] ?? 2_000);

/** The same cases in every run unless FC_SEED says otherwise, so that a failure can be had again. */
export const lawRuns: { readonly seed: number; readonly numRuns: number } = { seed, numRuns };
