import { configError, ownOptions, type ClientOptions, type RequestRate } from "@openbalance/http";
import type { BalanceSnapshot } from "./balance.ts";

/** An account whose balance can be read. It owns one client: make it once, read it often. */
export interface BalanceAccount<Snapshot extends BalanceSnapshot = BalanceSnapshot> {
  readonly vendor: Snapshot["vendor"];
  /** The caller's label; the vendor's name when none was given. */
  readonly ref: string;
  /** How fast the account's key may be used where many are read. Absent: as fast as asked. */
  readonly rate?: RequestRate | undefined;
  /** How many requests a read sends at most, retries apart. Default 1. */
  readonly requestsPerRead?: number | undefined;
  /** Reads once. Use `readBalance`, which adds a deadline and labels the error. */
  read(signal?: AbortSignal): Promise<Snapshot>;
}

/** The snapshot that an account gives. */
export type SnapshotOf<Account extends BalanceAccount> =
  Account extends BalanceAccount<infer Snapshot> ? Snapshot : never;

/** The options of a vendor's client, or a client that exists already, and a label. */
export type AccountOptions<Options extends ClientOptions, Client> =
  | (Options & { readonly ref?: string; readonly client?: never })
  | { readonly client: Client; readonly ref?: string };

/** What an account reads through: the client given, or what is made of the options. */
export function clientOf<Options extends ClientOptions, Client, Made>(
  vendor: string,
  options: AccountOptions<Options, Client>,
  create: (options: Options) => Made,
): { readonly client: Client | Made; readonly ref: string } {
  if (typeof options !== "object" || options === null) {
    throw configError(vendor, "the options must be an object");
  }
  const { ref = vendor, client, ...clientOptions } = ownOptions(options);
  checkRef(vendor, ref);
  // What is left of the first member of the union is exactly the client's options.
  if (client === undefined) return { ref, client: create(clientOptions as unknown as Options) };
  const [ignored] = Object.keys(clientOptions);
  if (ignored !== undefined) {
    throw configError(vendor, `\`${ignored}\` is an option of the client; give it where \`client\` is made`);
  }
  if (typeof Reflect.get(Object(client) as object, "GET") !== "function") {
    throw configError(
      vendor,
      "`client` must be a client of this vendor's paths, as its create function or openapi-fetch gives it",
    );
  }
  return { ref, client };
}

/** Refuses a label that is no text or empty. */
export function checkRef(vendor: string, ref: unknown): asserts ref is string {
  if (typeof ref !== "string" || ref === "") {
    throw configError(vendor, "`ref` must be a non-empty string: your label of the account");
  }
}

/** Refuses what is no account, naming where it was given. */
export function checkAccount(argument: string, account: unknown): asserts account is BalanceAccount {
  const { vendor, ref, read } = Object(account) as Partial<BalanceAccount>;
  if (typeof vendor !== "string" || typeof ref !== "string" || typeof read !== "function") {
    throw configError("openbalance", `\`${argument}\` must be an account, such as telnyxAccount gives`);
  }
}
