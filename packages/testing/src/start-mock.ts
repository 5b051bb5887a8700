import { loadSpec } from "@openbalance/specs";
import { startPreferFront } from "./prefer-front.ts";
import { startPrism } from "./prism.ts";
import { withoutExamples } from "./without-examples.ts";

export interface MockOptions {
  /** Answers every request without a `Prefer` header as if it had this one, for instance `code=503`. */
  readonly prefer?: string;
  /** False: answers with values made up from the types, as the mock does for a description without examples. */
  readonly examples?: boolean;
}

export interface Mock extends AsyncDisposable {
  /** For instance `http://127.0.0.1:49152`; paths stand right behind it, without the base path of the vendor. */
  readonly url: string;
  close(): Promise<void>;
}

export interface Mocks<Vendor extends string> extends AsyncDisposable {
  readonly urls: Readonly<Record<Vendor, string>>;
  close(): Promise<void>;
}

/** Starts a mock of one vendor, made from its description, in this process. */
export async function startMock(
  vendor: string,
  { prefer, examples = true }: MockOptions = {},
): Promise<Mock> {
  try {
    const document = await loadSpec(vendor, { mock: true });
    const prism = await startPrism(examples ? document : withoutExamples(document));
    const mock = prefer === undefined ? prism : await startPreferFront(prism, prefer);
    return { url: mock.url, close: mock.close, [Symbol.asyncDispose]: mock.close };
  } catch (error) {
    throw new Error(`${vendor}: the mock cannot start: ${describe(error)}`, { cause: error });
  }
}

/** Starts the mocks of several vendors at once, or none of them. */
export async function startMocks<Vendor extends string>(
  vendors: readonly Vendor[],
  options: { readonly prefer?: Readonly<Partial<Record<Vendor, string>>> } = {},
): Promise<Mocks<Vendor>> {
  const started = await Promise.allSettled(
    vendors.map((vendor) => startMock(vendor, mockOptions(options.prefer?.[vendor]))),
  );
  const mocks = started.filter((result) => result.status === "fulfilled");
  const close = async (): Promise<void> => {
    await Promise.all(mocks.map((mock) => mock.value.close()));
  };
  const failed = started.find((result) => result.status === "rejected");
  if (failed !== undefined) {
    await close();
    throw failed.reason;
  }
  const urls = vendors.map((vendor, index) => [vendor, mocks[index]?.value.url]);
  return {
    urls: Object.fromEntries(urls) as Record<Vendor, string>,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function mockOptions(prefer: string | undefined): MockOptions {
  return prefer === undefined ? {} : { prefer };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
