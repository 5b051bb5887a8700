import { readBalance, type BalanceAccount } from "@openbalance/normalize";
import { subject as rawFetch } from "./raw-fetch.ts";
import type { OpenClient, OpenOptions, Subject } from "./subject.ts";

/** The options that every client of this project takes, of what a probe or a measurement chose. */
export interface CommonOptions {
  readonly baseUrl: string;
  readonly timeoutMs?: number;
}

/** One of this project's vendors, both ways: the typed client alone, and through the common model. */
export interface OwnVendor<Client> {
  readonly vendor: string;
  readonly reply: Subject["reply"];
  /** `key` is what the caller gave, or what an unset variable is. */
  createClient(key: string, options: CommonOptions): Client;
  createAccount(key: string, options: CommonOptions): BalanceAccount;
  /** The client's own call, numbers as doubles. */
  call(client: Client, signal: AbortSignal | undefined): Promise<unknown>;
  callById?(client: Client, id: string): Promise<unknown>;
}

/** A vendor's typed client by itself, the same read through the common model, and raw fetch of the same reply. */
export interface OwnSubjects {
  readonly raw: Subject;
  readonly client: Subject;
  readonly account: Subject;
}

/** The two subjects of a vendor. */
export function ownSubjects<Client>(own: OwnVendor<Client>): OwnSubjects {
  const { vendor, reply, createClient, createAccount, call, callById } = own;
  const byId = (client: Client): Pick<OpenClient, "readById"> =>
    callById === undefined ? {} : { readById: (id) => callById(client, id) };
  const common = { reply, hasDeadline: true, takesSignal: true };
  return {
    raw: { ...rawFetch, reply },
    client: {
      ...common,
      packageName: `@openbalance/${vendor}`,
      open(options) {
        const client = create(createClient, options);
        return { instance: client, read: (signal) => call(client, signal), ...byId(client) };
      },
    },
    account: {
      ...common,
      packageName: "@openbalance/normalize",
      open(options) {
        const client = create(createClient, options);
        const account = create(createAccount, options);
        return {
          instance: { client, account },
          async read(signal) {
            const { balances } = await readBalance(account, { signal });
            return balances[0]?.total;
          },
          ...byId(client),
        };
      },
    },
  };
}

function create<Made>(
  make: (key: string, options: CommonOptions) => Made,
  { baseUrl, key, timeoutMs }: OpenOptions,
): Made {
  return make(key as string, { baseUrl, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
}
