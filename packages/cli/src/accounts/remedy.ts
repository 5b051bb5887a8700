import type { BalanceError, BalanceErrorCode } from "@openbalance/normalize";
import type { WantedAccount } from "../config/wanted-account.ts";
import { formatDuration } from "../runtime/duration.ts";

type Remedy = (error: BalanceError, wanted: WantedAccount) => string;

const waitAndRetry: Remedy = () => "try again later";

// Where a code is not here, the reason says what to do, or nothing can be done.
const remedies: Partial<Record<BalanceErrorCode, Remedy>> = {
  unauthenticated: (_error, { credentials, refusedHint }) => {
    const hint = refusedHint === undefined ? "" : ` and ${refusedHint}`;
    return `${credentials.length > 1 ? "are" : "is"} ${credentials.join(" and ")} right${hint}?`;
  },
  forbidden: (_error, { credentials }) => `may ${credentials.join(" and ")} read balances?`,
  not_found: () => "is what it asks for there, and in this account?",
  rate_limited: ({ retryAfterMs }) =>
    retryAfterMs === undefined ? "read less often" : `try again in ${formatDuration(retryAfterMs)}`,
  clock_skew: () => "set the clock of this machine",
  timeout: () => "try again, or give it longer with --timeout",
  network: (_error, { vendor }) =>
    `can this machine reach the host? \`openbalance doctor --vendor ${vendor}\` looks`,
  tls: () => "is a proxy in between? its certificate goes into NODE_EXTRA_CA_CERTS",
  unavailable: waitAndRetry,
  server_error: waitAndRetry,
};

/** What to do about a failure; undefined where the reason says it all. */
export function remedyFor(error: BalanceError, wanted: WantedAccount): string | undefined {
  return remedies[error.code]?.(error, wanted);
}
