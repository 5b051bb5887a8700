import createClient from "openapi-fetch";
import type { paths as FlexpricePaths } from "../../packages/flexprice/src/generated/openapi.ts";
import { flexpriceReply } from "./replies.ts";
import type { Subject } from "./subject.ts";

/** openapi-fetch as its documentation uses it, on the types that our own client is generated from. */
export const subject: Subject = {
  packageName: "openapi-fetch",
  reply: flexpriceReply,
  hasDeadline: false,
  takesSignal: true,
  open({ baseUrl, key }) {
    const headers = key === undefined ? {} : { "x-api-key": key };
    const client = createClient<FlexpricePaths>({ baseUrl, headers });
    const readById = async (id: string, signal?: AbortSignal): Promise<unknown> => {
      const { data, error } = await client.GET("/wallets/{id}/balance/real-time", {
        params: { path: { id } },
        ...(signal === undefined ? {} : { signal }),
      });
      if (error !== undefined) throw error;
      // A body of another media type comes as data too, whatever the type says.
      return typeof data === "object" ? data.balance : data;
    };
    return { instance: client, read: (signal) => readById("wallet_01J9ZQ4N", signal), readById };
  },
};
