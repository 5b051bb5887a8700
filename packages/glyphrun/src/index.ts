export * from "./client.ts";
export type { components as GlyphrunComponents, paths as GlyphrunPaths } from "./generated/openapi.ts";
export * from "./problem.ts";
