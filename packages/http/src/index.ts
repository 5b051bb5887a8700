export {
  BalanceError,
  configError,
  isBalanceError,
  type BalanceErrorCode,
  type BalanceErrorDetails,
} from "./balance-error.ts";
export { joinUrl, parseBaseUrl } from "./base-url.ts";
export { checkObject } from "./check-object.ts";
export { checkSignal } from "./check-signal.ts";
export {
  checkClientOptions,
  checkMilliseconds,
  refuseUnknownOptions,
  type ClientOptions,
} from "./client-options.ts";
export { checkCredential, resolveCredential, withCredential, type Credential } from "./credential.ts";
export { createExchange, type Exchange, type ExchangeRequest, type VendorRules } from "./exchange.ts";
export { strikeEchoes } from "./echoed-credentials.ts";
export { errorFromAttempt, type FailedAttempt } from "./failure.ts";
export { createBasicClient, createKeyClient, type BasicRules, type KeyRules } from "./key-client.ts";
export type { ExchangeEvent, Observer } from "./observe.ts";
export type { OutgoingRequest } from "./outgoing-request.ts";
export { ownOptions } from "./own-options.ts";
export { writeParameters, type WriteParameters } from "./parameters.ts";
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
export { redact } from "./redact.ts";
export { addressOfPlace, type Place } from "./region.ts";
export { waitUntilEpochSeconds } from "./reset-header.ts";
export { parseHttpDate } from "./retry.ts";
export {
  ClientResult,
  createVendorClient,
  type CallResult,
  type GetOperation,
  type GetOptions,
  type GetPath,
  type ParametersRule,
  type SuccessBody,
  type VendorClient,
  type VendorClientRules,
} from "./vendor-client.ts";
export { sleep, within } from "./within.ts";
