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
export { fiatAsset, unknownAsset, type Asset } from "./asset.ts";
export { BalanceRow } from "./balance-row.ts";
export type { StreamedResult } from "./balance-stream.ts";
export type {
  AmountField,
  Balance,
  BalanceSnapshot,
  Derived,
  Equivalent,
  Part,
  Pool,
  Quota,
  Reported,
} from "./balance.ts";
export type { Capability, CapabilityField, VendorCapabilities } from "./capabilities.ts";
export type { BalanceReference } from "./collect-amounts.ts";
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
export { isBelow, type Threshold } from "./is-below.ts";
export type { Issue, IssueCode } from "./issue.ts";
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
export { toMinorUnits } from "./to-minor-units.ts";
export { toScale, type RoundingMode } from "./to-scale.ts";
export type { EndpointDefinition, RequestDefinition, VendorResponse } from "./vendor-definition.ts";
export type { DecodeOptions, SnapshotContent, SuccessReply, VendorReply } from "./vendor-reply.ts";
