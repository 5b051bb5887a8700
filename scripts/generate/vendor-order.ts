import { namesOf } from "../scaffold/vendor-name.ts";

interface Entry {
  readonly api: { readonly status: string };
}

/** The vendors as people are shown them: those whose API is gone last, else in the order of the alphabet. */
export async function vendorOrder(vendors: readonly string[], root: URL): Promise<readonly string[]> {
  const entries = await Promise.all(
    vendors.map(async (vendor) => {
      const { api } = await loadEntry(vendor, root);
      return { vendor, isGone: api.status === "gone" };
    }),
  );
  const ordered = entries.toSorted((one, other) => {
    if (one.isGone !== other.isGone) return one.isGone ? 1 : -1;
    return one.vendor < other.vendor ? -1 : 1;
  });
  return ordered.map(({ vendor }) => vendor);
}

/** A vendor's file of the command line. It is asked before the list is there that the package itself is loaded by. */
async function loadEntry(vendor: string, root: URL): Promise<Entry> {
  const file = `packages/cli/src/built-in/${vendor}.ts`;
  const module = (await import(new URL(file, root).href)) as Readonly<Record<string, Entry | undefined>>;
  const entry = module[namesOf(vendor).camel];
  if (entry === undefined) throw new Error(`${file}: it exports no ${namesOf(vendor).camel}`);
  return entry;
}
