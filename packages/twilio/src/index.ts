export * from "./client.ts";
export type { components as TwilioComponents, paths as TwilioPaths } from "./generated/openapi.ts";
export * from "./problem.ts";
