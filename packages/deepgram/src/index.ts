export * from "./client.ts";
export type { components as DeepgramComponents, paths as DeepgramPaths } from "./generated/openapi.ts";
export * from "./problem.ts";
