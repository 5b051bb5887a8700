import type { Fault } from "../fault.ts";

/** Sends the caller elsewhere; without a location the header is missing. */
export function redirectTo(location?: string, status = 302): Fault {
  return ({ response }) => {
    response.statusCode = status;
    if (location !== undefined) response.setHeader("location", location);
    response.end();
  };
}
