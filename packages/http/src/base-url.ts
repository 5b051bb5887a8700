import { configError } from "./balance-error.ts";

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Parses a base URL once: https (http on loopback only), no userinfo, query or fragment, no slash at the end. */
export function parseBaseUrl(vendor: string, option: string, text: unknown): URL {
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
  url.pathname = url.pathname.replace(/\/+$/, "");
  return url;
}

/** Joins base and path, its query included, and refuses a path that leaves the base. */
export function joinUrl(vendor: string, base: URL, target: string): URL {
  const prefix = base.href.replace(/\/$/, "");
  const url = new URL(prefix + target);
  // What stands after a `#` would not be sent.
  if (pathOf(url.href) !== prefix + pathOf(target) || url.hash !== "") {
    throw configError(vendor, "the path of the request leaves the base URL");
  }
  return url;
}

/** The path without its query. */
export function pathOf(target: string): string {
  return target.replace(/\?.*/s, "");
}
