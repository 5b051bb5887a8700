export * from "./client.ts";
export type { components as VonageComponents, paths as VonagePaths } from "./generated/openapi.ts";
export * from "./problem.ts";
