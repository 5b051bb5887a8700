import { BalanceError, configError } from "../errors/balance-error.ts";
import { wordlessCause } from "../errors/plain-cause.ts";

/** A key or token, or a function that gives one; the function is called for every attempt. */
export type Credential = string | (() => string | Promise<string>);

// What every header value may hold. A CR or LF would make fetch throw an error that prints the key.
const printableAscii = /^[\x21-\x7e]+$/;

/** Refuses a credential that is missing or cannot stand in a header, before any request. */
export function checkCredential(
  vendor: string,
  option: string,
  credential: unknown,
): asserts credential is Credential {
  if (typeof credential === "function") return;
  checkCredentialText(vendor, option, credential);
}

/** Hands on the text of a credential: at once where it is one, so that no time is lost, else when it has come. */
export function withCredential(
  vendor: string,
  option: string,
  credential: Credential,
  use: (text: string) => void,
): void | Promise<void> {
  if (typeof credential === "string") return use(credential);
  return resolveCredential(vendor, option, credential).then(use);
}

/** Gives the text of a credential, calling it where it is a function. */
export async function resolveCredential(
  vendor: string,
  option: string,
  credential: Credential,
): Promise<string> {
  if (typeof credential === "string") return credential;
  let value: unknown;
  try {
    value = await credential();
  } catch (error) {
    throw new BalanceError({
      code: "unauthenticated",
      vendor,
      message: `${vendor}: the function given as \`${option}\` threw, so there is no credential to send`,
      // A token service likes to quote the token it could not renew.
      cause: wordlessCause(error),
    });
  }
  checkCredentialText(vendor, option, value);
  return value;
}

function checkCredentialText(vendor: string, option: string, value: unknown): asserts value is string {
  if (value === undefined || value === null || value === "") {
    throw configError(vendor, `\`${option}\` is missing; give it as a string or a function`);
  }
  if (typeof value !== "string") {
    throw configError(vendor, `\`${option}\` must be a string or a function, received ${typeof value}`);
  }
  if (/^(["'`]).*\1$/.test(value)) {
    const remedy = "give it without them (`docker --env-file` keeps the quotes of a file)";
    throw configError(vendor, `\`${option}\` stands in quotes, which would be sent with it; ${remedy}`);
  }
  if (!printableAscii.test(value)) {
    const flaw = "a blank, a line break or a character outside ASCII";
    throw configError(vendor, `\`${option}\` holds ${flaw}; copy it again without them`);
  }
}
