export {
  createFlexpriceClient,
  type FlexpriceBalanceReply,
  type FlexpriceClient,
  type FlexpriceOptions,
  type FlexpricePlace,
  type FlexpriceRegion,
} from "./client.ts";
export type { components as FlexpriceComponents, paths as FlexpricePaths } from "./generated/openapi.ts";
export { readFlexpriceProblem } from "./problem.ts";
