import {
  checkCredential,
  createTextReader,
  createTransport,
  describeProblem,
  encodePathParameter,
  refuseUnknownOptions,
  resolveCredential,
  strikeEchoes,
  type ClientOptions,
  type Credential,
  type RequestRate,
} from "@openbalance/http";
import { pathParameters, type EndpointDefinition, type ReadReply } from "./vendor-definition.ts";

/** The names in braces of a path: `walletId` of `/wallets/{walletId}/balance`. */
export type PathParameter<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never;

/** What an account of a defined vendor takes: its secrets, what its path needs, and what every client takes. */
export type EndpointOptions<Path extends string, CredentialName extends string> = ClientOptions & {
  readonly [Name in CredentialName]: Credential;
} & { readonly [Name in PathParameter<Path>]: string } & {
  /** Your label of the account; the vendor's name when absent. */
  readonly ref?: string;
};

/** The one path of a definition, with the names that its braces hold. */
type OnePath = Readonly<
  Record<
    string,
    { readonly get: { readonly parameters: { readonly path: Readonly<Record<string, string>> } } }
  >
>;

/** Reads the endpoint of a definition over a client of its own. Throws `config` for an option that is wrong. */
export function endpointReader(
  definition: EndpointDefinition<string, string, string>,
  given: Readonly<Record<string, unknown>>,
): { readonly rate: RequestRate; readonly readReply: ReadReply } {
  const { vendor, baseUrl, path, authorize } = definition;
  const parameterNames = pathParameters(path);
  const options = refuseUnknownOptions(vendor, given, [...definition.credentials, ...parameterNames]);
  const credentials = definition.credentials.map((name): readonly [string, Credential] => {
    const credential = options[name];
    checkCredential(vendor, name, credential);
    return [name, credential];
  });
  const parameters = parameterNames.map((name): readonly [string, string] => {
    const value = options[name];
    // The client encodes it; here it is only refused before the first request.
    encodePathParameter(vendor, name, value);
    return [name, String(value)];
  });
  // The exchange knows a credential by its header; a header of the definition's may have any name.
  let lastSent: readonly string[] = [];
  const transport = createTransport<OnePath>(
    {
      vendor,
      baseUrl,
      // As the definition promises.
      reads: [`GET ${path}`],
      async authorize(request, signal) {
        const values = await Promise.all(
          credentials.map(async ([name, credential]): Promise<readonly [string, string]> => {
            return [name, await resolveCredential(vendor, name, credential)];
          }),
        );
        lastSent = values.map(([, value]) => value);
        await authorize(request, Object.fromEntries(values), signal);
      },
      countedBy: credentials[0]?.[1],
      readProblem: definition.readProblem ?? (({ status }) => describeProblem(status, {})),
    },
    options,
  );
  const readText = createTextReader(transport, path, { params: { path: Object.fromEntries(parameters) } });
  return {
    rate: transport.rate,
    async readReply(signal) {
      const { status, headers, text } = await readText(signal);
      return { status, headers, text: strikeEchoes(text, lastSent) };
    },
  };
}
