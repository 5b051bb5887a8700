import { configError } from "./balance-error.ts";

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The canonical form of a base URL: https (http on loopback only), no userinfo, query or fragment, no slash at the end. */
export function parseBaseUrl(vendor: string, option: string, text: unknown): string {
  const url = typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
  if (
    url === undefined ||
    (url.protocol !== "https:" && !(url.protocol === "http:" && loopbackHost.test(url.hostname))) ||
    url.username + url.password !== "" ||
    // An empty query leaves no trace in the parsed URL.
    /[?#]/.test(String(text))
  ) {
    // The value is never echoed: it may hold a password.
    const form = "https://host/path, without user name, password, query or fragment";
    throw configError(vendor, `\`${option}\` must be ${form}; http is accepted for loopback addresses only`);
  }
  return url.href.replace(/\/+$/, "");
}

/** Joins base and path, its query included, and refuses a path that leaves the base. */
export function joinUrl(vendor: string, base: string, target: string): URL {
  const url = new URL(base + target);
  // What stands after a `#` would not be sent.
  if (pathOf(url.href) !== base + pathOf(target) || url.href.includes("#")) {
    throw configError(vendor, "the path of the request leaves the base URL");
  }
  return url;
}

/** The path without its query. */
export function pathOf(target: string): string {
  const end = target.indexOf("?");
  return end === -1 ? target : target.slice(0, end);
}
