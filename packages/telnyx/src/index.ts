export {
  createTelnyxClient,
  type TelnyxBalanceReply,
  type TelnyxClient,
  type TelnyxOptions,
} from "./client.ts";
export type { components as TelnyxComponents, paths as TelnyxPaths } from "./generated/openapi.ts";
export { readTelnyxProblem } from "./problem.ts";
