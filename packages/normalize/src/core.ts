// Everything but the vendors: what an application needs beside the entry of the one vendor that it reads.
export {
  BalanceError,
  describeProblem,
  isBalanceError,
  textAt,
  type BalanceErrorCode,
  type ClientOptions,
  type Credential,
  type OutgoingRequest,
  type Problem,
  type Reply,
} from "@openbalance/http";
export type { AccountOptions, BalanceAccount, SnapshotOf } from "./model/account.ts";
export { isServing } from "./use/account-state.ts";
export { fiatAsset, unknownAsset, type Asset } from "./model/asset.ts";
export { findAsset, type AssetReference, type FoundAsset } from "./use/asset-reference.ts";
export { createBalanceReader, type BalanceReader } from "./read/balance-reader.ts";
export type { BalanceReference } from "./use/balance-reference.ts";
export { BalanceRow } from "./decode/balance-row.ts";
export type { StreamedResult } from "./read/balance-stream.ts";
export {
  amountFields,
  balanceKinds,
  type AmountField,
  type Balance,
  type BalanceKind,
  type BalanceScope,
  type BalanceSnapshot,
  type Derived,
  type Documented,
  type Equivalent,
  type Part,
  type Pool,
  type Provenance,
  type Quota,
  type Reported,
} from "./model/balance.ts";
export type { Capability, CapabilityField, VendorCapabilities } from "./model/capabilities.ts";
export type { CountedField, LeftOutBalance, LeftOutReason } from "./use/collect-amounts.ts";
export {
  convertBalances,
  type Conversion,
  type ConvertedAmount,
  type ConvertOptions,
  type UnconvertedAmount,
} from "./use/convert-balances.ts";
export { currencyAsset } from "./decode/currency-asset.ts";
export {
  addDecimal,
  compareDecimal,
  multiplyDecimal,
  parseDecimal,
  subtractDecimal,
  type Decimal,
} from "./model/decimal.ts";
export { differenceOf, sumOfInputs, sumOfParts } from "./decode/derived-amounts.ts";
export { defineVendor, type DefinedVendor } from "./define/define-vendor.ts";
export type { EndpointOptions, PathParameter } from "./define/endpoint-reader.ts";
export type { ExchangeRate } from "./use/exchange-rate.ts";
export { formatAmount, type FormatAmountOptions } from "./use/format-amount.ts";
export { isBelow } from "./use/is-below.ts";
export type { Issue, IssueCode } from "./model/issue.ts";
export type { JudgedBalance, NothingToJudge } from "./use/judged-balances.ts";
export { leftOf, type Left } from "./use/left.ts";
export { readBalance, type ReadOptions } from "./read/read-balance.ts";
export {
  readBalances,
  type BalanceReport,
  type ReadBalancesOptions,
  type ReadProgress,
} from "./read/read-balances.ts";
export { readBalancesStream } from "./read/read-balances-stream.ts";
export type { ReadManyOptions } from "./read/read-options.ts";
export type { AccountLabel, BalanceResult } from "./read/read-result.ts";
export type { Counting, Presence, ReplyNode, ReportedAmount } from "./decode/reply-node.ts";
export type { RequestOptions } from "./define/request-reader.ts";
export { sumBalances, type AssetSum, type SumOptions } from "./use/sum-balances.ts";
export { balanceScopes, thresholdFields, type Threshold, type ThresholdField } from "./use/threshold.ts";
export { toMinorUnits } from "./model/to-minor-units.ts";
export { toScale, type RoundingMode } from "./model/to-scale.ts";
export type { EndpointDefinition, RequestDefinition, VendorResponse } from "./define/vendor-definition.ts";
export { judge, type Judgement, type Verdict, type VerdictReason } from "./use/verdict.ts";
export type { DecodeOptions, SnapshotContent, SuccessReply, VendorReply } from "./decode/vendor-reply.ts";
