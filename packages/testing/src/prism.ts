import { registerHooks } from "node:module";

/** A server of the mock that can be closed. */
export interface RunningServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts Prism on a free loopback port with the defaults of its command `mock`. */
export async function startPrism(document: object): Promise<RunningServer> {
  const { createLogger, getHttpOperationsFromSpec, createServer } = await (prism ??= loadPrism());
  const operations = await getHttpOperationsFromSpec(document);
  if (operations.length === 0) throw new Error("the description has no operations");
  const server = createServer(operations, {
    cors: true,
    config: {
      isProxy: false,
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
    // At any other level the log holds the Authorization header.
    components: { logger: createLogger("mock", { level: "silent" }) },
  });
  const url = await server.listen(0, "127.0.0.1");
  return { url, close: () => server.close() };
}

// Loaded at the first mock: tests that need only the fault server should not wait for Prism.
let prism: ReturnType<typeof loadPrism> | undefined;

async function loadPrism() {
  // Prism speaks English but loads Faker in all its languages, which costs 100 ms and 30 MB.
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier === "@faker-js/faker" ? "@faker-js/faker/locale/en" : specifier, context),
  });
  try {
    const { createLogger } = await import("@stoplight/prism-core");
    const { getHttpOperationsFromSpec } = await import("@stoplight/prism-http");
    const { createServer } = await import("@stoplight/prism-http-server");
    return { createLogger, getHttpOperationsFromSpec, createServer };
  } finally {
    hooks.deregister();
  }
}
