export * from "./client.ts";
export type { components as BitfrontComponents, paths as BitfrontPaths } from "./generated/openapi.ts";
export * from "./problem.ts";
export { signBitfrontRequest, type BitfrontSignatureInput } from "./signature.ts";
