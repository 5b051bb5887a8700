import { checkMilliseconds, checkObject, configError, ownOptions } from "@openbalance/http";

/** The caller's own options; refuses what is no object and names that are not known, naming the first. */
export function refuseUnknownNames<Options>(
  argument: string,
  options: Options,
  known: readonly string[],
): Options {
  checkObject("openbalance", `\`${argument}\``, options, known);
  return ownOptions(options);
}

/** Refuses what is neither absent nor a whole number of milliseconds. */
export function checkTimeout(option: string, value: unknown): void {
  if (value !== undefined) checkMilliseconds("openbalance", option, value);
}

/** Refuses what is neither absent nor a function. */
export function checkFunction(option: string, value: unknown): void {
  if (value !== undefined && typeof value !== "function") {
    throw configError("openbalance", `\`${option}\` must be a function`);
  }
}
