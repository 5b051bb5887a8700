export * from "./client.ts";
export type { components as MoonshotComponents, paths as MoonshotPaths } from "./generated/openapi.ts";
export * from "./problem.ts";
