export * from "./client.ts";
export type { components as StripeComponents, paths as StripePaths } from "./generated/openapi.ts";
export * from "./problem.ts";
