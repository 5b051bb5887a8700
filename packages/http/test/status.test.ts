import { replyJson, startFaultServer, status, type Fault } from "@openbalance/testing";
import { expect, it } from "vitest";
import { problemFromStatus, type Reply } from "../src/index.ts";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

async function answered(fault: Fault) {
  await using server = await startFaultServer(fault);
  const error = await failureOf(createAcmeClient({ baseUrl: server.url }).GET("/balance"));
  return { ...error.toJSON(), requests: server.requests.length };
}

it.each([
  ["a body", { error: "who are you" }],
  ["no body", ""],
  ["a null body", "null"],
])("[row 4] calls 401 with %s unauthenticated, after one request", async (_, body) => {
  const failure = await answered(status(401, body));
  expect(failure).toMatchObject({ code: "unauthenticated", httpStatus: 401, retryable: false, requests: 1 });
});

it.each([
  ["[row 5]", 403, "forbidden"],
  ["[row 6]", 404, "not_found"],
  ["[row 6]", 410, "not_found"],
  ["[row 7]", 400, "bad_request"],
  ["[row 7]", 422, "bad_request"],
  ["[row 8]", 402, "bad_request"],
  ["[row 8]", 409, "bad_request"],
  ["[row 8]", 418, "bad_request"],
  ["[row 8]", 451, "bad_request"],
  ["[row 17]", 501, "server_error"],
  ["[row 17]", 505, "server_error"],
] as const)("%s calls %i %s and does not ask again", async (_, code, expected) => {
  const failure = await answered(status(code));
  expect(failure).toMatchObject({ code: expected, httpStatus: code, retryable: false, requests: 1 });
});

it("[row 7] keeps the vendor's own code and words", async () => {
  const failure = await answered(status(422, { code: "10015", message: "Bad request" }));
  expect(failure).toMatchObject({ code: "bad_request", vendorCode: "10015", vendorMessage: "Bad request" });
  expect(failure.message).toBe("acme: GET /balance answered 422: Bad request (10015)");
});

it("[row 17] does not ask a 501 again, whatever the vendor calls it", async () => {
  const failure = await answered(status(501, { code: "6004" }));
  expect(failure).toMatchObject({ code: "rate_limited", retryable: false, requests: 1 });
});

it.each([
  [4001, "unauthenticated"],
  [9999, "vendor_error"],
] as const)("[row 18] takes the failure %i inside a 200 for %s", async (statusCode, code) => {
  const failure = await answered(replyJson({ statusCode, balance: 0 }));
  expect(failure).toMatchObject({ code, httpStatus: 200, vendorCode: String(statusCode), requests: 1 });
});

it("[row 18] asks again when the code inside a 200 is one to wait for", async () => {
  const limited = replyJson({ statusCode: 6004 });
  await using server = await startFaultServer(limited, replyJson({ statusCode: 1000, balance: "5" }));
  const { data } = await createAcmeClient({ baseUrl: server.url }).GET("/balance");
  expect(data).toEqual({ statusCode: 1000, balance: "5" });
  expect(server.requests).toHaveLength(2);
});

it("[row 19] takes an `error` member inside a 200 for a failure", async () => {
  const failure = await answered(replyJson({ error: "Wallet frozen", balance: 0 }));
  expect(failure).toMatchObject({ code: "vendor_error", vendorMessage: "Wallet frozen", requests: 1 });
});

it("lets no status but 2xx pass when the vendor's rules see nothing wrong", async () => {
  const fetch = scriptedFetch({ status: 403 });
  const client = createAcmeClient({ fetch, rules: { readProblem: () => undefined } });
  expect(await failureOf(client.GET("/balance"))).toMatchObject({ code: "forbidden", httpStatus: 403 });
});

const readTooDeep = ({ body }: Reply): never => (body as { wallet: { error: never } }).wallet.error;

it("gives a typed error when the vendor's rules cannot read the reply", async () => {
  const client = createAcmeClient({ fetch: scriptedFetch({}), rules: { readProblem: readTooDeep } });
  expect(await failureOf(client.GET("/balance"))).toMatchObject({ code: "bad_response", httpStatus: 200 });
});

it.each([0, 101, 199])(
  "takes the status %i, which no reply can end with, for no reply of the vendor",
  (code) => {
    expect(problemFromStatus(code)).toMatchObject({ code: "bad_response", retry: "never" });
  },
);
