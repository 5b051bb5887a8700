export * from "./client.ts";
export type { components as XaiComponents, paths as XaiPaths } from "./generated/openapi.ts";
export * from "./problem.ts";
