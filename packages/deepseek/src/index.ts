export * from "./client.ts";
export type { components as DeepseekComponents, paths as DeepseekPaths } from "./generated/openapi.ts";
export * from "./problem.ts";
