export * from "./client.ts";
export type { components as LinodeComponents, paths as LinodePaths } from "./generated/openapi.ts";
export * from "./problem.ts";
