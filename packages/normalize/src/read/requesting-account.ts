import {
  createTextReader,
  type ClientOptions,
  type ReadingClient,
  type ReadOptions,
  type ReadPath,
  type Transport,
} from "@openbalance/http";
import { clientOf, type AccountOptions, type BalanceAccount } from "../model/account.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import type { DecodeOptions, VendorReply } from "../decode/vendor-reply.ts";

/** Asks a vendor for the text of a reply. */
export type Ask = (signal?: AbortSignal) => Promise<VendorReply>;

/** Prepares a request that can be sent as often as it is asked for. */
export type Prepare<Paths extends {}> = <const Path extends ReadPath<Paths>>(
  path: Path,
  call: ReadOptions<Paths, Path>,
) => Ask;

/** An account that reads by the requests that `plan` prepares. Throws `config` for an option that is wrong. */
export function requestingAccount<
  Options extends ClientOptions,
  Paths extends {},
  Snapshot extends BalanceSnapshot,
>(
  vendor: Snapshot["vendor"],
  options: AccountOptions<Options, ReadingClient<Paths>>,
  createTransport: (options: Options) => Transport<Paths>,
  plan: (prepare: Prepare<Paths>, ref: string) => BalanceAccount<Snapshot>["read"],
): BalanceAccount<Snapshot> {
  const { client, ref } = clientOf(vendor, options, createTransport);
  let requestsPerRead = 0;
  const readAsPlanned = plan((path, call) => {
    requestsPerRead += 1;
    return prepareRead(client, path, call);
  }, ref);
  return {
    vendor,
    ref,
    ...("rate" in client && { rate: client.rate, ...(requestsPerRead > 1 && { requestsPerRead }) }),
    read(signal) {
      return readAsPlanned(signal);
    },
  };
}

/** Prepares a request to a transport, or to a client of openapi-fetch. */
function prepareRead<Paths extends {}, const Path extends ReadPath<Paths>>(
  client: Transport<Paths> | ReadingClient<Paths>,
  path: Path,
  call: ReadOptions<Paths, Path>,
): Ask {
  if ("exchange" in client) {
    const readText = createTextReader(client, path, call);
    return async (signal) => {
      const { status, text } = await readText(signal);
      return { status, text, fetchedAt: now() };
    };
  }
  // Its type is that of one description's paths, which may be any here.
  const get = client.GET as unknown as GetText;
  return async (signal) => {
    const { data: text, error, response } = await get(path, { ...call, parseAs: "text", signal });
    const { status } = response;
    if (text !== undefined || (status >= 200 && status < 300)) {
      return { status, text: text ?? "", fetchedAt: now() };
    }
    // A client that is not of this project gives a refusal as a result.
    return { status, headers: Object.fromEntries(response.headers), body: error, fetchedAt: now() };
  };
}

function now(): string {
  return new Date().toISOString();
}

/** `GET` of openapi-fetch for a path that may be any, asked for text. */
type GetText = (
  path: PropertyKey,
  call: object,
) => Promise<{ readonly data?: string; readonly error?: unknown; readonly response: Response }>;

/** How a balance comes from one request. */
export type SingleRequest<
  Paths extends {},
  Path extends ReadPath<Paths>,
  Snapshot extends BalanceSnapshot,
> = {
  readonly path: Path;
  readonly decode: (reply: VendorReply, options: DecodeOptions) => Snapshot;
} & ReadOptions<Paths, Path>;

/** An account whose balance stands in one reply. Throws `config` for an option that is wrong. */
export function singleRequestAccount<
  Options extends ClientOptions,
  Paths extends {},
  const Path extends ReadPath<Paths>,
  Snapshot extends BalanceSnapshot,
>(
  vendor: Snapshot["vendor"],
  options: AccountOptions<Options, ReadingClient<Paths>>,
  createTransport: (options: Options) => Transport<Paths>,
  { path, decode, ...rest }: SingleRequest<Paths, Path, Snapshot>,
): BalanceAccount<Snapshot> {
  // What is left of the request is what the call takes, which the compiler no longer knows of a rest.
  const call = rest as unknown as ReadOptions<Paths, Path>;
  return requestingAccount(vendor, options, createTransport, (prepare, ref) => {
    const ask = prepare(path, call);
    return async (signal) => decode(await ask(signal), { ref });
  });
}
