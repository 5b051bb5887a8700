export * from "./client.ts";
export type { components as ElevenlabsComponents, paths as ElevenlabsPaths } from "./generated/openapi.ts";
export * from "./problem.ts";
