import { formatOperation } from "../intake/choose-operations.ts";
import { commandLineValues } from "./command-line-values.ts";
import { callOptions, sampleValue } from "./call-parameters.ts";
import type { TemplateValues } from "./expand-template.ts";
import type { NamedCredential, VendorFacts } from "./vendor-facts.ts";

const quoted = (text: string): string => JSON.stringify(text);
const list = (texts: readonly string[]): string => texts.map((text) => `${text}, `).join("");

export function vendorValues(facts: VendorFacts): TemplateValues {
  const { name, operation, baseUrl, parameters, accept, documented, credential } = facts;
  const samples = callOptions(parameters, accept, sampleValue);
  return {
    vendor: name.vendor,
    Vendor: name.pascal,
    camel: name.camel,
    title: name.title,
    operation: formatOperation(operation),
    path: quoted(operation.path),
    baseUrl: baseUrl === undefined ? "" : quoted(baseUrl),
    baseUrlText: baseUrl ?? "",
    baseUrlDefault: baseUrl === undefined ? "required" : `\`${baseUrl}\``,
    documented: documented ? "yes" : "",
    callOptions: samples === "" ? "" : `, { ${samples} }`,
    operationId: quoted(operation.id ?? formatOperation(operation)),
    preferringCall: callOptions(parameters, accept, sampleValue, "...headers"),
    accountCall: callOptions(parameters, accept, ({ option }) => option),
    sampleUrl: quoted(sampleUrl(facts)),
    ...credentialValues(facts),
    ...parameterValues(facts),
    ...commandLineValues(facts, credential && meaningOf(credential).replaceAll("`", "")),
  };
}

function credentialValues(facts: VendorFacts): TemplateValues {
  const { credential, parameters, baseUrl } = facts;
  const option = credential?.option ?? "";
  const prefix = credential?.prefix ?? "";
  const argument = option === "" ? "" : `${option}: secret, `;
  const accountArguments = parameters
    .map((parameter) => `${parameter.option}: ${sampleValue(parameter)}, `)
    .join("");
  return {
    credential: option,
    option,
    headerName: credential?.header ?? "",
    header: quoted(credential?.header ?? ""),
    rulesOfCalls: rulesOfCalls(credential),
    // Without an address in the document it comes with the options, at every call.
    constantRules: credential !== undefined && baseUrl !== undefined ? "yes" : "",
    httpNames: httpNames(facts),
    createTransport: credential === undefined ? "createTransport" : "createKeyTransport",
    baseUrlSource: baseUrl === undefined ? "options.baseUrl" : quoted(baseUrl),
    credentialMeaning: credential === undefined ? "" : meaningOf(credential),
    credentialArgument: argument,
    sentCredential: prefix === "" ? "secret" : `\`${prefix}\${secret}\``,
    readmeOptions: list([
      ...(option === "" ? [] : [option]),
      ...(baseUrl === undefined ? ["baseUrl"] : []),
    ]).trim(),
    accountArguments: `${option === "" ? "" : `${option}: "a-secret_0123", `}${accountArguments}`,
  };
}

/** `An API key` for `apiKey`. */
function meaningOf({ option }: NamedCredential): string {
  if (option === "basicCredentials") return "User and password as `user:password` in base64";
  const words = option.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^api\b/, "API");
  return `${/^[aeiou]/i.test(words) ? "An" : "A"} ${words}`;
}

/** What a client imports of the transport. */
function httpNames({ credential, baseUrl }: VendorFacts): string {
  return [
    ...(credential === undefined ? ["createTransport"] : ["createKeyTransport"]),
    "createVendorClient",
    ...(credential === undefined ? ["refuseUnknownOptions"] : []),
    ...(credential === undefined || baseUrl === undefined ? [] : ["type KeyRules"]),
  ].join(", ");
}

function rulesOfCalls(credential: NamedCredential | undefined): string {
  if (credential === undefined) return "authorize: () => {},";
  const { option, header, prefix } = credential;
  return [
    `option: ${quoted(option)},`,
    ...(header === "authorization" ? [] : [`header: ${quoted(header)},`]),
    ...(prefix === "" ? [] : [`prefix: ${quoted(prefix)},`]),
  ].join("\n");
}

function parameterValues({ name, parameters, operation }: VendorFacts): TemplateValues {
  const inPath = parameters.filter((parameter) => parameter.in === "path" && parameter.type === "string");
  return {
    parameters: parameters.map(({ option }) => option).join(" "),
    pathParameters: inPath.map(({ option }) => option).join(" "),
    parameterNames: parameters.map(({ option }) => option).join(", "),
    parameterTypes: parameters
      .map(
        (each) =>
          `  /** \`${each.name}\` in the ${each.in} of \`${formatOperation(operation)}\`. */\n  readonly ${each.option}: ${each.type};`,
      )
      .join("\n"),
    parameterChecks: inPath
      .map(
        ({ option }) =>
          `  // Called for what it refuses; the client encodes it again.\n  encodePathParameter(${quoted(name.vendor)}, ${quoted(option)}, ${option});`,
      )
      .join("\n"),
  };
}

function sampleUrl({ operation, parameters }: VendorFacts): string {
  const samples = new Map(
    parameters.map((each) => [`${each.in} ${each.name}`, String(JSON.parse(sampleValue(each)))]),
  );
  const path = operation.path.replaceAll(
    /\{([^}]+)\}/g,
    (_whole, name: string) => samples.get(`path ${name}`) ?? "",
  );
  const query = parameters
    .filter((each) => each.in === "query")
    .map((each) => `${each.name}=${samples.get(`query ${each.name}`)}`);
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}
