export {
  createGlyphrunClient,
  type GlyphrunBalanceReply,
  type GlyphrunClient,
  type GlyphrunOptions,
} from "./client.ts";
export type { components as GlyphrunComponents, paths as GlyphrunPaths } from "./generated/openapi.ts";
export { readGlyphrunProblem } from "./problem.ts";
