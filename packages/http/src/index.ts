export {
  BalanceError,
  configError,
  isBalanceError,
  type BalanceErrorCode,
  type BalanceErrorDetails,
} from "./balance-error.ts";
export { parseBaseUrl } from "./base-url.ts";
export { checkObject } from "./check-object.ts";
export { checkSignal } from "./check-signal.ts";
export { checkMilliseconds, refuseUnknownOptions, type ClientOptions } from "./client-options.ts";
export { checkCredential, resolveCredential, withCredential, type Credential } from "./credential.ts";
export { strikeEchoes } from "./echoed-credentials.ts";
export type { FailedAttempt } from "./attempt-result.ts";
export { errorFromAttempt } from "./failure.ts";
export { endOfJsonString, nestsDeeperThan } from "./json-depth.ts";
export { createBasicTransport, createKeyTransport, type BasicRules, type KeyRules } from "./key-transport.ts";
export type { ExchangeEvent, Observer } from "./observe.ts";
export type { OutgoingRequest } from "./outgoing-request.ts";
export { ownOptions } from "./own-options.ts";
export { encodePathParameter } from "./path-parameter.ts";
export { plainCause, wordlessCause } from "./plain-cause.ts";
export {
  describeProblem,
  problemFromCode,
  problemFromStatus,
  textAt,
  type Problem,
  type Reply,
  type TextReply,
} from "./problem.ts";
export { addressOfPlace, type Place } from "./region.ts";
export { waitUntilEpochSeconds } from "./reset-header.ts";
export { parseHttpDate } from "./http-date.ts";
export {
  createTextReader,
  createTransport,
  type ReadOptions,
  type ReadPath,
  type TextReader,
  type Transport,
  type TransportRules,
} from "./transport.ts";
export {
  createVendorClient,
  type CallResult,
  type ClientDefaults,
  type ReadingClient,
  type SuccessBody,
  type VendorClient,
} from "./vendor-client.ts";
export type { Exchange, ExchangeRequest, VendorRules } from "./vendor-rules.ts";
export { within } from "./within.ts";
