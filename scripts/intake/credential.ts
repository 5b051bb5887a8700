import { isTree, type Tree } from "@openbalance/specs/read-document";
import { quote, toJsonPath, toPointer, type Finding, type Keys, type Repair } from "./finding.ts";
import { fromPointer } from "./finding.ts";
import { at } from "./walk-description.ts";

/** How a request proves who sends it, as far as one header does. */
export interface HeaderCredential {
  /** The client's option. */
  readonly option: "apiKey" | "token" | "basicCredentials";
  /** Lower case. */
  readonly header: string;
  /** A word before the credential, as in `Bearer <token>`. */
  readonly prefix: string;
}

export interface CredentialPlan {
  /** Absent where none is needed, or none that one header carries is described. */
  readonly credential?: HeaderCredential;
  readonly findings: readonly Finding[];
}

const CREDENTIAL_HEADER =
  /^(proxy-)?authorization$|(^|[-_])(api|auth|access|secret)[-_]?(key|token|secret)$|^x-.*(key|token)$/i;

/** What the security of an operation, or a header parameter in its stead, asks for. */
export function planCredential(description: Tree, path: string, method: string): CredentialPlan {
  const operation = ["paths", path, method];
  const security = at(description, ...operation, "security") ?? description["security"];
  const alternatives = Array.isArray(security) ? security.filter(isTree) : [];
  if (alternatives.every((alternative) => Object.keys(alternative).length === 0)) {
    return headerParameter(description, path, method) ?? withoutCredential(security, operation);
  }
  const place = toPointer([
    ...(at(description, ...operation, "security") === undefined ? [] : operation),
    "security",
  ]);
  const readable = alternatives.flatMap((alternative) => {
    const names = Object.keys(alternative);
    const credentials = names.flatMap(
      (name) => readScheme(at(description, "components", "securitySchemes", name)) ?? [],
    );
    return credentials[0] === undefined ? [] : [{ credential: credentials[0], names }];
  });
  const chosen = readable.find(({ names }) => names.length === 1) ?? readable[0];
  if (chosen === undefined) {
    const problem = "no security scheme of the operation is a credential in a header";
    return { findings: [{ place, problem, done: "Write `authorize` in the client by hand." }] };
  }
  const findings: Finding[] = [];
  if (chosen.names.length > 1) {
    const problem = `a request carries ${chosen.names.join(" and ")} together`;
    findings.push({
      place,
      problem,
      done: `The client sends ${chosen.credential.header}; add the rest by hand.`,
    });
  }
  if (alternatives.length > 1) {
    const problem = `there are ${alternatives.length} ways to authenticate`;
    findings.push({ place, problem, done: `The client sends ${chosen.credential.header}.` });
  }
  return { credential: chosen.credential, findings };
}

function readScheme(scheme: unknown): HeaderCredential | undefined {
  const [type, where, name] = ["type", "in", "name"].map((key) => at(scheme, key));
  if (type === "apiKey" && where === "header" && typeof name === "string") {
    return { option: "apiKey", header: name.toLowerCase(), prefix: "" };
  }
  if (type === "oauth2" || type === "openIdConnect")
    return { option: "token", header: "authorization", prefix: "Bearer " };
  if (type !== "http") return undefined;
  const word = String(at(scheme, "scheme")).toLowerCase();
  if (word === "bearer") return { option: "token", header: "authorization", prefix: "Bearer " };
  return word === "basic"
    ? { option: "basicCredentials", header: "authorization", prefix: "Basic " }
    : undefined;
}

function withoutCredential(security: unknown, operation: Keys): CredentialPlan {
  if (Array.isArray(security)) return { findings: [] };
  const problem = "the document does not say how a request is authenticated";
  const done = "Say it in the overlay (`security: []` if it is not) and in the client's `authorize`.";
  return { findings: [{ place: toPointer(operation), problem, done }] };
}

/** A credential that is described as a parameter, which types would ask for at every call. */
function headerParameter(description: Tree, path: string, method: string): CredentialPlan | undefined {
  for (const list of [
    ["paths", path, method, "parameters"],
    ["paths", path, "parameters"],
  ]) {
    const parameters = at(description, ...list);
    for (const [index, parameter] of (Array.isArray(parameters) ? parameters : []).entries()) {
      const reference = at(parameter, "$ref");
      const target = typeof reference === "string" ? at(description, ...fromPointer(reference)) : parameter;
      const name = at(target, "name");
      if (at(target, "in") !== "header" || typeof name !== "string" || !CREDENTIAL_HEADER.test(name))
        continue;
      const element =
        typeof reference === "string" ? `@['$ref'] == ${quote(reference)}` : `@.name == ${quote(name)}`;
      return {
        credential: { option: "apiKey", header: name.toLowerCase(), prefix: "" },
        findings: [
          {
            place: toPointer([...list, index]),
            problem: `the credential ${name} is described as a parameter`,
            done: "The overlay makes it a security scheme. Whether a word such as Bearer comes before it is for you to see.",
            repairs: repairsOf(name, ["paths", path, method], `${toJsonPath(list)}[?${element}]`),
          },
        ],
      };
    }
  }
  return undefined;
}

function repairsOf(name: string, operation: Keys, parameter: string): readonly Repair[] {
  const description = "The vendor describes its credential as a header parameter of the call.";
  const securitySchemes = { [name]: { type: "apiKey", in: "header", name } };
  return [
    { target: "$", description, update: { components: { securitySchemes } } },
    { target: toJsonPath(operation), description, update: { security: [{ [name]: [] }] } },
    { target: parameter, description, remove: true },
  ];
}
