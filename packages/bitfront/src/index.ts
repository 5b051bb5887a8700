export {
  createBitfrontClient,
  type BitfrontBalancesReply,
  type BitfrontClient,
  type BitfrontOptions,
} from "./client.ts";
export type { components as BitfrontComponents, paths as BitfrontPaths } from "./generated/openapi.ts";
export { readBitfrontProblem } from "./problem.ts";
export { signBitfrontRequest, type BitfrontSignatureInput } from "./signature.ts";
