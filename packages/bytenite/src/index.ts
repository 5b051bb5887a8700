export * from "./client.ts";
export type { components as ByteniteComponents, paths as BytenitePaths } from "./generated/openapi.ts";
export * from "./problem.ts";
