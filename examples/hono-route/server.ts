import { serve } from "@hono/node-server";
import { telnyxAccount } from "@openbalance/normalize";
import { createApp } from "./app.ts";

const baseUrl = process.env.TELNYX_BASE_URL;
const account = telnyxAccount({
  apiKey: process.env.TELNYX_API_KEY ?? "",
  ...(baseUrl === undefined ? {} : { baseUrl }),
});
const server = serve(
  { fetch: createApp([account]).fetch, port: Number(process.env.PORT ?? 3000) },
  ({ port }) => {
    console.log(`http://localhost:${port}/balances`);
  },
);
process.once("SIGTERM", () => server.close());
