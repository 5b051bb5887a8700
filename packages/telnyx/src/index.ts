export * from "./client.ts";
export type { components as TelnyxComponents, paths as TelnyxPaths } from "./generated/openapi.ts";
export * from "./problem.ts";
