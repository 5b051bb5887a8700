import type { Fault } from "../fault.ts";
import { replyJson } from "./reply.ts";

/** The three forms of RFC 9110; servers send the first, clients read all. */
export type HttpDateForm = "imf-fixdate" | "rfc850" | "asctime";

/** Seconds, the exact text of the header, several texts for several headers, or a date. */
export type RetryAfter =
  | number
  | string
  | readonly string[]
  | { readonly httpDate: Date; readonly form?: HttpDateForm };

/** Answers 429, with `Retry-After` where it is given. */
export function rateLimited(retryAfter?: RetryAfter, body: unknown = { error: "too many requests" }): Fault {
  const headers = retryAfter === undefined ? {} : { "retry-after": headerValue(retryAfter) };
  return replyJson(body, { status: 429, headers });
}

/** Writes a date in one of the three forms HTTP knows. */
export function formatHttpDate(date: Date, form: HttpDateForm = "imf-fixdate"): string {
  const fixed = date.toUTCString();
  if (form === "imf-fixdate") return fixed;
  const [weekday = "", day = "", month = "", year = "", time = ""] = fixed.replace(",", "").split(" ");
  if (form === "asctime") return `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
  const fullWeekday = date.toLocaleDateString("en-US", { weekday: "long", timeZone: "UTC" });
  return `${fullWeekday}, ${day}-${month}-${year.slice(-2)} ${time} GMT`;
}

function headerValue(retryAfter: RetryAfter): string | readonly string[] {
  if (typeof retryAfter === "number") return String(retryAfter);
  if (typeof retryAfter === "object" && "httpDate" in retryAfter) {
    return formatHttpDate(retryAfter.httpDate, retryAfter.form);
  }
  return retryAfter;
}
