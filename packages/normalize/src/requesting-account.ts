import { ClientResult } from "@openbalance/http";
import type { ClientOptions, GetOperation, GetOptions, GetPath, VendorClient } from "@openbalance/http";
import { clientOf, type AccountOptions, type BalanceAccount } from "./account.ts";
import type { BalanceSnapshot } from "./balance.ts";
import { FetchedReply } from "./fetched-reply.ts";
import type { DecodeOptions, VendorReply } from "./vendor-reply.ts";

/** What a call of one path takes: `params` where the path has some. */
type RequestedCall<Paths, Path extends keyof Paths> = Omit<GetOptions<GetOperation<Paths, Path>>, "signal">;

type TextOptions<Paths, Path extends keyof Paths> = GetOptions<GetOperation<Paths, Path>> & {
  readonly parseAs: "text";
};

/** Asks a vendor for the text of a reply. */
export type Ask<Paths> = <const Path extends GetPath<Paths>>(
  path: Path,
  call: RequestedCall<Paths, Path>,
) => Promise<VendorReply>;

/** An account whose balance takes what `read` asks for. Throws `config` for an option that is wrong. */
export function requestingAccount<Options extends ClientOptions, Paths, Snapshot extends BalanceSnapshot>(
  vendor: Snapshot["vendor"],
  options: AccountOptions<Options, VendorClient<Paths>>,
  createClient: (options: Options) => VendorClient<Paths>,
  read: (ask: Ask<Paths>, ref: string) => Promise<Snapshot>,
): BalanceAccount<Snapshot> {
  const { client, ref } = clientOf(vendor, options, createClient);
  return {
    vendor,
    ref,
    read(signal) {
      const ask: Ask<Paths> = async (path, call) => {
        // Complete again, which the compiler does not see where the path may be any.
        const asText = { ...call, parseAs: "text", signal } as unknown as TextOptions<Paths, typeof path>;
        const result = await client.GET(path, asText);
        // What somebody put together may have the text of another reply.
        const body = result instanceof ClientResult ? result.body : undefined;
        return new FetchedReply(result.status, result.data, body);
      };
      return read(ask, ref);
    },
  };
}

/** How a balance comes from one request. */
export type SingleRequest<Paths, Path extends keyof Paths, Snapshot extends BalanceSnapshot> = {
  readonly path: Path;
  readonly decode: (reply: VendorReply, options: DecodeOptions) => Snapshot;
} & RequestedCall<Paths, Path>;

/** An account whose balance stands in one reply. Throws `config` for an option that is wrong. */
export function singleRequestAccount<
  Options extends ClientOptions,
  Paths,
  const Path extends GetPath<Paths>,
  Snapshot extends BalanceSnapshot,
>(
  vendor: Snapshot["vendor"],
  options: AccountOptions<Options, VendorClient<Paths>>,
  createClient: (options: Options) => VendorClient<Paths>,
  { path, decode, ...rest }: SingleRequest<Paths, Path, Snapshot>,
): BalanceAccount<Snapshot> {
  // What is left of the request is what the call takes, which the compiler no longer knows of a rest.
  const call = rest as unknown as RequestedCall<Paths, Path>;
  return requestingAccount(vendor, options, createClient, async (ask, ref) => {
    return decode(await ask(path, call), { ref });
  });
}
