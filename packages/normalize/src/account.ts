import type { ClientOptions } from "@openbalance/http";
import type { BalanceSnapshot } from "./balance.ts";

/** An account whose balance can be read. It owns one client: make it once, read it often. */
export interface BalanceAccount<Snapshot extends BalanceSnapshot = BalanceSnapshot> {
  readonly vendor: Snapshot["vendor"];
  /** The caller's label; the vendor's name when none was given. */
  readonly ref: string;
  /** Reads once. Use `readBalance`, which adds a deadline and labels the error. */
  read(signal?: AbortSignal): Promise<Snapshot>;
}

/** The options of a vendor's client, or a client that exists already, and a label. */
export type AccountOptions<Options extends ClientOptions, Client> =
  | (Options & { readonly ref?: string; readonly client?: never })
  | { readonly client: Client; readonly ref?: string };

/** The client an account reads through: the one given, or one made of the options. */
export function clientOf<Options extends ClientOptions, Client>(
  vendor: string,
  options: AccountOptions<Options, Client>,
  createClient: (options: Options) => Client,
): { readonly client: Client; readonly ref: string } {
  const { ref = vendor, client, ...clientOptions } = options;
  // What is left of the first member of the union is exactly the client's options.
  return { ref, client: client ?? createClient(clientOptions as unknown as Options) };
}
