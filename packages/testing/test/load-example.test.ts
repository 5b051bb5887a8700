import { expect, it } from "vitest";
import { loadExample, loadReplies } from "../src/index.ts";

it("finds a named example by vendor and operation", async () => {
  const { status, body, text } = await loadExample("telnyx", "GetUserBalance", "documented");
  expect(status).toBe(200);
  expect(body).toMatchObject({ data: { balance: "300.00" } });
  expect(JSON.parse(text)).toEqual(body);
});

it("follows a reference to the response and takes what only the mock says", async () => {
  expect(await loadExample("telnyx", "GetUserBalance", "forbidden")).toMatchObject({ status: 403 });
  expect(await loadExample("bitfront", "getBalances", "ip-not-allowed")).toMatchObject({
    status: 200,
    body: { statusCode: 6003 },
  });
});

it("gives `default` a status that has no entry of its own", async () => {
  expect(await loadExample("telnyx", "GetUserBalance", "two-errors")).toMatchObject({ status: 520 });
});

it("names what there is when an example is missing", async () => {
  await expect(loadExample("telnyx", "GetUserBalance", "nowhere")).rejects.toThrow(
    /telnyx: GetUserBalance has no example "nowhere", only documented, zero,/,
  );
  await expect(loadExample("telnyx", "getNothing", "documented")).rejects.toThrow(/only none at all/);
});

it("refuses a name that stands under several statuses", async () => {
  await expect(loadExample("flexprice", "getWalletBalance", "nested")).rejects.toThrow(
    /"nested" under 400, 404, 500/,
  );
});

it("lists replies without a body too", async () => {
  const replies = await loadReplies("flexprice");
  expect(replies.filter(({ name }) => name === undefined)).toEqual([
    { operationId: "getWalletBalance", status: 502, body: undefined, text: "" },
    { operationId: "getWalletBalance", status: 504, body: undefined, text: "" },
  ]);
});
