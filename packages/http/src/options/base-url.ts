import { configError, type BalanceError } from "../errors/balance-error.ts";

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

/** Parses the URL of a request, and refuses one that is not below the base or is not sent as it stands. */
export function checkUrl(vendor: string, base: string, text: string): URL {
  const url = text.startsWith(`${base}/`) ? new URL(text) : undefined;
  // What stands after a `#` would not be sent.
  if (url === undefined || pathOf(url.href) !== pathOf(text) || url.href.includes("#")) {
    throw leavesBase(vendor);
  }
  return url;
}

/** The error for a path that would be sent to another place than it says. */
export function leavesBase(vendor: string): BalanceError {
  return configError(vendor, "the path of a call must begin with a slash and stay below the base URL");
}

/** The path without its query. */
export function pathOf(target: string): string {
  const end = target.indexOf("?");
  return end === -1 ? target : target.slice(0, end);
}
