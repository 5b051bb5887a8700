import type { ClientOptions, GetOperation, GetOptions, GetPath, VendorClient } from "@openbalance/http";
import { clientOf, type AccountOptions, type BalanceAccount } from "./account.ts";
import type { BalanceSnapshot } from "./balance.ts";
import type { DecodeOptions, VendorReply } from "./vendor-reply.ts";

/** What a call of one path takes: `params` where the path has some. */
export type RequestedCall<Paths, Path extends keyof Paths> = Omit<
  GetOptions<GetOperation<Paths, Path>>,
  "signal"
>;

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
  { path, decode, ...call }: SingleRequest<Paths, Path, Snapshot>,
): BalanceAccount<Snapshot> {
  const { client, ref } = clientOf(vendor, options, createClient);
  return {
    vendor,
    ref,
    async read(signal) {
      // What is left of the request is what the call takes, which the compiler no longer knows of a rest.
      const reply = await readReply(client, path, call as unknown as RequestedCall<Paths, Path>, signal);
      return decode(reply, { ref });
    },
  };
}

/** Asks for the text of a reply, and takes it to be decoded. */
export async function readReply<Paths, const Path extends GetPath<Paths>>(
  client: VendorClient<Paths>,
  path: Path,
  call: RequestedCall<Paths, Path>,
  signal: AbortSignal | undefined,
): Promise<VendorReply> {
  type Options = GetOptions<GetOperation<Paths, Path>> & { readonly parseAs: "text" };
  // Complete again, which the compiler does not see where the path may be any.
  const options = { ...call, parseAs: "text", signal } as unknown as Options;
  const { data: text, status } = await client.GET(path, options);
  return { status, text, fetchedAt: new Date().toISOString() };
}
