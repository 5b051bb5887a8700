export {
  createByteniteClient,
  type ByteniteBalanceReply,
  type ByteniteClient,
  type ByteniteKeyOptions,
  type ByteniteOptions,
  type ByteniteTokenOptions,
} from "./client.ts";
export type { components as ByteniteComponents, paths as BytenitePaths } from "./generated/openapi.ts";
export { readByteniteProblem } from "./problem.ts";
