export {
  BalanceError,
  configError,
  isBalanceError,
  type BalanceErrorCode,
  type BalanceErrorDetails,
} from "./errors/balance-error.ts";
export { parseBaseUrl } from "./options/base-url.ts";
export { checkObject } from "./options/check-object.ts";
export { checkSignal } from "./options/check-signal.ts";
export { checkMilliseconds, refuseUnknownOptions, type ClientOptions } from "./options/client-options.ts";
export { checkCredential, resolveCredential, withCredential, type Credential } from "./options/credential.ts";
export { strikeEchoes } from "./reply/echoed-credentials.ts";
export type { FailedAttempt } from "./exchange/attempt-result.ts";
export { errorFromAttempt } from "./exchange/failure.ts";
export { endOfJsonString, nestsDeeperThan } from "./reply/json-depth.ts";
export {
  createBasicTransport,
  createKeyTransport,
  type BasicRules,
  type KeyRules,
} from "./transport/key-transport.ts";
export type { ExchangeEvent, Observer } from "./options/observe.ts";
export type { OutgoingRequest } from "./exchange/outgoing-request.ts";
export { ownOptions } from "./options/own-options.ts";
export type { RateLimit } from "./options/rate-limit.ts";
export { encodePathParameter } from "./options/path-parameter.ts";
export { plainCause, wordlessCause } from "./errors/plain-cause.ts";
export {
  describeProblem,
  problemFromCode,
  problemFromStatus,
  textAt,
  type Problem,
  type Reply,
  type TextReply,
} from "./reply/problem.ts";
export { addressOfPlace, type Place } from "./options/region.ts";
export { waitUntilEpochSeconds } from "./reply/reset-header.ts";
export { parseHttpDate } from "./reply/http-date.ts";
export type { RateRules, RequestRate } from "./transport/request-rate.ts";
export {
  createTextReader,
  createTransport,
  type ReadOptions,
  type ReadPath,
  type TextReader,
  type Transport,
  type TransportRules,
} from "./transport/transport.ts";
export {
  createVendorClient,
  type CallResult,
  type ClientDefaults,
  type ReadingClient,
  type SuccessBody,
  type VendorClient,
} from "./client/vendor-client.ts";
export type { Exchange, ExchangeRequest, VendorRules } from "./exchange/vendor-rules.ts";
export { within } from "./exchange/race.ts";
