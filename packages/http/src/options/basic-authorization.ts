import { configError } from "../errors/balance-error.ts";

/** The value of `authorization` for HTTP Basic (RFC 7617); both parts are printable ASCII. */
export function basicAuthorization(user: string, password: string): string {
  return `Basic ${btoa(`${user}:${password}`)}`;
}

/** Gives back the user of HTTP Basic, or refuses it with a `config` error: a colon would end it too early. */
export function checkBasicUser(vendor: string, option: string, user: unknown): string {
  if (typeof user === "string" && /^(["'`]).*\1$/.test(user)) {
    throw configError(
      vendor,
      `\`${option}\` stands in quotes, which would be sent with it; give it without them`,
    );
  }
  if (typeof user === "string" && /^[\x21-\x39\x3b-\x7e]+$/.test(user)) return user;
  const flaw =
    user === undefined || user === null || user === ""
      ? "is missing; give it as a string"
      : "must be a string of ASCII without a blank, a line break or a colon";
  throw configError(vendor, `\`${option}\` ${flaw}`);
}
