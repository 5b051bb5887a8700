export * from "./client.ts";
export type { components as VultrComponents, paths as VultrPaths } from "./generated/openapi.ts";
export * from "./problem.ts";
