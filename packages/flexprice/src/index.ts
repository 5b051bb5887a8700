export * from "./client.ts";
export type { components as FlexpriceComponents, paths as FlexpricePaths } from "./generated/openapi.ts";
export * from "./problem.ts";
