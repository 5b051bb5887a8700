import { readdir } from "node:fs/promises";
import type { BalanceSnapshot, VendorReply } from "@openbalance/normalize";

/** Our side of a comparison with a vendor's official client, which stands in `runtimes/clients/vendors`. */
export interface ComparedClient {
  /** The call that is compared. */
  readonly operationId: string;
  readonly decode: (reply: VendorReply) => BalanceSnapshot;
  /** Makes the call with this project's client. */
  readonly read: (baseUrl: string) => Promise<{ readonly data: unknown }>;
  /** Whether the official client renames every field. */
  readonly renames?: boolean;
  /** Bodies of successes that the description does not know, by name. */
  readonly undocumented?: Readonly<Record<string, string>>;
}

const folder = new URL("vendors/", import.meta.url);
const files = (await readdir(folder)).toSorted();

/** What is compared, by vendor: a file each in the folder `vendors`. */
export const comparedClients: ReadonlyMap<string, ComparedClient> = new Map(
  await Promise.all(
    files.map(async (file) => {
      // Every file there declares it with this type.
      const module = (await import(new URL(file, folder).href)) as { readonly compared: ComparedClient };
      return [file.replace(/\.ts$/, ""), module.compared] as const;
    }),
  ),
);

/** Throws for a vendor that is not compared. */
export function comparedClient(vendor: string): ComparedClient {
  const client = comparedClients.get(vendor);
  if (client === undefined) throw new Error(`scripts/clients/vendors has no ${vendor}.ts`);
  return client;
}
