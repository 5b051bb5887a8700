import { isTree, type Tree } from "@openbalance/specs/read-document";
import { toPointer, type Finding, type Keys } from "./finding.ts";
import { at } from "./walk-description.ts";

export interface BaseUrl {
  /** Absent where the document does not name an address that can be called from anywhere. */
  readonly url?: string;
  readonly findings: readonly Finding[];
}

/** The address an operation is called at. */
export function findBaseUrl(description: Tree, path: string, method: string, location: URL): BaseUrl {
  const places: readonly Keys[] = [
    ["paths", path, method, "servers"],
    ["paths", path, "servers"],
    ["servers"],
  ];
  const place = places.find((keys) => at(description, ...keys) !== undefined) ?? ["servers"];
  const servers = at(description, ...place);
  const [first, ...others] = Array.isArray(servers) ? servers : [];
  const template = at(first, "url");
  if (typeof template !== "string") return decide(place, "the document names no server");
  const filled = fillIn(template, at(first, "variables"));
  if (filled.includes("{")) return decide(place, `the server ${template} has variables without a default`);
  const url = absolute(filled, location);
  if (url === undefined)
    return decide(place, `the server ${template} is relative to a place that is not known`);
  if (url.protocol !== "https:" || /^(localhost|127\.|\[::1\])/.test(url.hostname)) {
    return decide(place, `the server ${template} is no https address that others can reach`);
  }
  const findings: Finding[] = [];
  const note = (problem: string): void => {
    findings.push({
      place: toPointer([...place, 0]),
      problem,
      done: `The client calls ${url.href} by default.`,
    });
  };
  if (filled !== template) note(`the server ${template} has variables, filled in with their defaults`);
  else if (filled !== url.href && !filled.startsWith("https:"))
    note(`the server ${template} is relative to the document`);
  if (others.length > 0)
    note(`the document names ${others.length + 1} servers; whether one fits all is for you to say`);
  return { url: url.href.replace(/\/$/, ""), findings };
}

function decide(place: Keys, problem: string): BaseUrl {
  const done = "The client asks for `baseUrl` until packages/<vendor>/src/client.ts holds the address.";
  return { findings: [{ place: toPointer(place), problem, done }] };
}

function fillIn(template: string, variables: unknown): string {
  return template.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => {
    const value = at(variables, name, "default");
    return isTree(variables) && (typeof value === "string" || typeof value === "number") && value !== ""
      ? String(value)
      : whole;
  });
}

function absolute(url: string, location: URL): URL | undefined {
  if (URL.canParse(url)) return new URL(url);
  return location.protocol === "file:" || !URL.canParse(url, location.href)
    ? undefined
    : new URL(url, location);
}
