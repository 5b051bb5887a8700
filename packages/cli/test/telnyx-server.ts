import { replyJson, startFaultServer, type Fault, type FaultServer } from "@openbalance/testing";

/** A reply of Telnyx with an amount available and no credit line. */
export function telnyxReply(available: string): Fault {
  const data = {
    balance: available,
    available_credit: available,
    credit_limit: "0",
    pending: "0",
    currency: "USD",
  };
  return replyJson({ data });
}

export interface TelnyxServer extends AsyncDisposable {
  readonly server: FaultServer;
  /** What makes the command line read it. */
  readonly environment: { readonly TELNYX_API_KEY: string; readonly TELNYX_BASE_URL: string };
}

/** Stands in for Telnyx and plays the faults in order; the last one repeats. */
export async function startTelnyx(...faults: readonly Fault[]): Promise<TelnyxServer> {
  const server = await startFaultServer(...faults);
  return {
    server,
    environment: { TELNYX_API_KEY: "KEY_telnyx_secret_3", TELNYX_BASE_URL: server.url },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
