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
export type { AccountOptions, BalanceAccount, SnapshotOf } from "./account.ts";
export { isServing } from "./account-state.ts";
export { fiatAsset, unknownAsset, type Asset } from "./asset.ts";
export { findAsset, type AssetReference, type FoundAsset } from "./asset-reference.ts";
export type { BalanceReference } from "./balance-reference.ts";
export { BalanceRow } from "./balance-row.ts";
export type { StreamedResult } from "./balance-stream.ts";
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
} from "./balance.ts";
export type { Capability, CapabilityField, VendorCapabilities } from "./capabilities.ts";
export type { CountedField, LeftOutBalance, LeftOutReason } from "./collect-amounts.ts";
export {
  convertBalances,
  type Conversion,
  type ConvertedAmount,
  type ConvertOptions,
  type UnconvertedAmount,
} from "./convert-balances.ts";
export { currencyAsset } from "./currency-asset.ts";
export {
  addDecimal,
  compareDecimal,
  multiplyDecimal,
  parseDecimal,
  subtractDecimal,
  type Decimal,
} from "./decimal.ts";
export { differenceOf, sumOfInputs, sumOfParts } from "./derived-amounts.ts";
export { defineVendor, type DefinedVendor } from "./define-vendor.ts";
export type { EndpointOptions, PathParameter } from "./endpoint-reader.ts";
export type { ExchangeRate } from "./exchange-rate.ts";
export { formatAmount, type FormatAmountOptions } from "./format-amount.ts";
export { isBelow } from "./is-below.ts";
export type { Issue, IssueCode } from "./issue.ts";
export type { JudgedBalance, NothingToJudge } from "./judged-balances.ts";
export { leftOf, type Left } from "./left.ts";
export { readBalance, type ReadOptions } from "./read-balance.ts";
export {
  readBalances,
  type BalanceReport,
  type ReadBalancesOptions,
  type ReadProgress,
} from "./read-balances.ts";
export { readBalancesStream } from "./read-balances-stream.ts";
export type { ReadManyOptions } from "./read-options.ts";
export type { AccountLabel, BalanceResult } from "./read-result.ts";
export type { Counting, Presence, ReplyNode, ReportedAmount } from "./reply-node.ts";
export type { RequestOptions } from "./request-reader.ts";
export { sumBalances, type AssetSum, type SumOptions } from "./sum-balances.ts";
export { balanceScopes, thresholdFields, type Threshold, type ThresholdField } from "./threshold.ts";
export { toMinorUnits } from "./to-minor-units.ts";
export { toScale, type RoundingMode } from "./to-scale.ts";
export type { EndpointDefinition, RequestDefinition, VendorResponse } from "./vendor-definition.ts";
export { judge, type Judgement, type Verdict, type VerdictReason } from "./verdict.ts";
export type { DecodeOptions, SnapshotContent, SuccessReply, VendorReply } from "./vendor-reply.ts";
