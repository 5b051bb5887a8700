export { BalanceError, isBalanceError, type BalanceErrorCode } from "@openbalance/http";
export type { AccountOptions, BalanceAccount, SnapshotOf } from "./account.ts";
export type { Asset } from "./asset.ts";
export type { AmountField, Balance, BalanceSnapshot, Derived, Equivalent, Reported } from "./balance.ts";
export {
  addDecimal,
  compareDecimal,
  multiplyDecimal,
  parseDecimal,
  subtractDecimal,
  type Decimal,
} from "./decimal.ts";
export type { Issue, IssueCode } from "./issue.ts";
export { readBalance, type ReadOptions } from "./read-balance.ts";
export {
  readBalances,
  type BalanceReport,
  type ReadBalancesOptions,
  type ReadProgress,
} from "./read-balances.ts";
export type { ReadManyOptions } from "./read-options.ts";
export type { AccountLabel, BalanceResult } from "./read-result.ts";
export type { DecodeOptions, VendorReply } from "./vendor-reply.ts";
export { bitfrontAccount, decodeBitfrontBalance, type BitfrontSnapshot } from "./vendors/bitfront.ts";
export { byteniteAccount, decodeByteniteBalance, type ByteniteSnapshot } from "./vendors/bytenite.ts";
export {
  decodeFlexpriceBalance,
  flexpriceAccount,
  type FlexpriceAccountOptions,
  type FlexpriceSnapshot,
} from "./vendors/flexprice.ts";
export { decodeGlyphrunBalance, glyphrunAccount, type GlyphrunSnapshot } from "./vendors/glyphrun.ts";
export { decodeTelnyxBalance, telnyxAccount, type TelnyxSnapshot } from "./vendors/telnyx.ts";
