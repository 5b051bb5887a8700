// What every runtime is asked for: read five vendors, keep digits that a double would lose, and fail with
// the right error. Plain JavaScript without anything of Node, since browsers and workers run it too.
import {
  bitfrontAccount,
  byteniteAccount,
  decodeBitfrontBalance,
  flexpriceAccount,
  glyphrunAccount,
  isBalanceError,
  readBalance,
  readBalances,
  telnyxAccount,
} from "@openbalance/normalize";

/** `urls`: a base address for each vendor; `faults`: addresses that misbehave; `keys`: what to send. */
export async function witness({ urls, faults, keys }) {
  const report = await readBalances([
    byteniteAccount({ ...keys.bytenite, baseUrl: urls.bytenite }),
    flexpriceAccount({ ...keys.flexprice, baseUrl: urls.flexprice }),
    telnyxAccount({ ...keys.telnyx, baseUrl: urls.telnyx }),
    glyphrunAccount({ ...keys.glyphrun, baseUrl: urls.glyphrun }),
    bitfrontAccount({ ...keys.bitfront, baseUrl: urls.bitfront }),
  ]);
  return {
    balances: Object.fromEntries(report.results.map((result) => [result.account.vendor, rowsOf(result)])),
    exact: exactTotal(),
    errors: await readFaults(faults, keys.telnyx),
  };
}

function rowsOf(result) {
  if (!result.ok) return result.error.message;
  return result.snapshot.balances.map(({ asset, total, available, held, pending, due }) => {
    const amounts = Object.entries({ total, available, held, pending, due });
    return [
      asset.id,
      ...amounts.flatMap(([name, amount]) => (amount === undefined ? [] : [`${name} ${amount}`])),
    ];
  });
}

function exactTotal() {
  const text =
    '{"statusCode":1000,"responseData":[{"currency":"BTC","balance":90071992547409931.10,"availableBalance":1e-30}]}';
  const { balances } = decodeBitfrontBalance({ status: 200, text, fetchedAt: "2026-11-22T00:00:00Z" });
  return balances.map(({ total, available, held }) => [total, available, held].join(" "));
}

async function readFaults(faults, key) {
  const errors = {};
  for (const [name, baseUrl] of Object.entries(faults)) {
    const account = telnyxAccount({ ...key, baseUrl, retry: false, timeoutMs: 2_000 });
    errors[name] = await codeOf(readBalance(account));
  }
  const account = telnyxAccount({ ...key, baseUrl: faults.stalled });
  errors.aborted = await codeOf(readBalance(account, { signal: AbortSignal.timeout(200) }));
  return errors;
}

async function codeOf(reading) {
  try {
    await reading;
    return "no error";
  } catch (error) {
    return isBalanceError(error) ? error.code : `foreign: ${String(error)}`;
  }
}
