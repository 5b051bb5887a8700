export * from "./client.ts";
export type { components as OpenrouterComponents, paths as OpenrouterPaths } from "./generated/openapi.ts";
export * from "./problem.ts";
