import { configError } from "./balance-error.ts";

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Parses a base URL once: https (http on loopback only), no userinfo, query or fragment, no slash at the end. */
export function parseBaseUrl(vendor: string, option: string, text: unknown): URL {
  // The value is never echoed: it may hold a password.
  if (typeof text !== "string" || text === "") {
    throw configError(vendor, `\`${option}\` must be an absolute https URL`);
  }
  if (!URL.canParse(text)) {
    throw configError(vendor, `\`${option}\` is not an absolute URL; write it as https://host/path`);
  }
  const url = new URL(text);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopbackHost.test(url.hostname))) {
    throw configError(vendor, `\`${option}\` must be https; http is accepted for loopback addresses only`);
  }
  if (url.username !== "" || url.password !== "") {
    throw configError(vendor, `\`${option}\` must not hold a user name or password`);
  }
  if (text.includes("?") || text.includes("#")) {
    throw configError(vendor, `\`${option}\` must not hold a query or a fragment`);
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
