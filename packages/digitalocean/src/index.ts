export * from "./client.ts";
export type {
  components as DigitaloceanComponents,
  paths as DigitaloceanPaths,
} from "./generated/openapi.ts";
export * from "./problem.ts";
