import { isBalanceError } from "@openbalance/normalize";
import { comparedClient } from "./compared-client.ts";
import type { Outcome } from "./outcome.ts";
import type { ReadJob } from "./read-official.ts";

/** Reads an address with this project's client. */
export async function readOurs({ vendor, url: baseUrl }: ReadJob): Promise<Outcome> {
  try {
    const { data } = await comparedClient(vendor).read(baseUrl);
    return { data };
  } catch (error) {
    if (!isBalanceError(error)) throw error;
    return { status: error.httpStatus };
  }
}
