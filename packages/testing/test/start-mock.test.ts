import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startMock, startMocks, type Mock } from "../src/index.ts";

vi.mock("@openbalance/specs", () => ({
  loadSpec: async (vendor: string): Promise<object> => {
    if (vendor === "nobody") throw new Error("no such folder");
    return vendor === "empty" ? { ...acme, paths: {} } : acme;
  },
}));

const acme = {
  openapi: "3.1.0",
  info: { title: "Acme", version: "1.0.0" },
  components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
  security: [{ key: [] }],
  paths: {
    "/balance": {
      get: {
        parameters: [{ name: "expand", in: "query", schema: { type: "boolean" } }],
        responses: {
          200: reply({ documented: { balance: "1.00" }, negative: { balance: "-0.09" } }),
          401: reply({ refused: { error: "no" } }),
          503: reply({ down: { error: "down" } }),
        },
      },
    },
  },
};

function reply(examples: Readonly<Record<string, object>>): object {
  const named = Object.entries(examples).map(([name, value]) => [name, { value }]);
  const content = { schema: { type: "object" }, examples: Object.fromEntries(named) };
  return { description: "", content: { "application/json": content } };
}

async function answer(url: string, prefer?: string): Promise<readonly [number, unknown]> {
  const headers = { authorization: "Bearer k", ...(prefer === undefined ? {} : { prefer }) };
  const response = await fetch(url, { headers });
  return [response.status, await response.json()];
}

let mock: Mock;
beforeAll(async () => {
  mock = await startMock("acme");
});
afterAll(() => mock.close());

it("listens on loopback", () => {
  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

it("answers with the first example", async () => {
  expect(await answer(`${mock.url}/balance`)).toEqual([200, { balance: "1.00" }]);
});

it("makes values up from the types when the examples are left out", async () => {
  await using plain = await startMock("acme", { examples: false });
  expect(await answer(`${plain.url}/balance`)).toEqual([200, {}]);
});

it("honours the preferred code and example", async () => {
  const url = `${mock.url}/balance`;
  expect(await answer(url, "code=401, example=refused")).toEqual([401, { error: "no" }]);
  expect(await answer(url, "code=200, example=negative")).toEqual([200, { balance: "-0.09" }]);
});

it("demands the credential of the description", async () => {
  expect((await fetch(`${mock.url}/balance`)).status).toBe(401);
});

it("refuses a request the description does not allow", async () => {
  const [status, problem] = await answer(`${mock.url}/balance?expand=perhaps`);
  expect(status).toBe(422);
  expect(problem).toMatchObject({ title: "Invalid request" });
});

it("answers every request as preferred by default, unless it has a preference of its own", async () => {
  await using failing = await startMock("acme", { prefer: "code=503" });
  const url = `${failing.url}/balance`;
  expect(await answer(url)).toEqual([503, { error: "down" }]);
  expect(await answer(url, "code=200, example=negative")).toEqual([200, { balance: "-0.09" }]);
});

it("starts several at once, one of them failing", async () => {
  await using mocks = await startMocks(["acme", "beta"], { prefer: { beta: "code=503" } });
  expect(await answer(`${mocks.urls.acme}/balance`)).toEqual([200, { balance: "1.00" }]);
  expect(await answer(`${mocks.urls.beta}/balance`)).toEqual([503, { error: "down" }]);
});

it.each([
  ["nobody", "nobody: the mock cannot start: no such folder"],
  ["empty", "empty: the mock cannot start: the description has no operations"],
])("names the vendor and the reason when %s cannot start", async (vendor, message) => {
  await expect(startMock(vendor)).rejects.toThrow(message);
  await expect(startMocks(["acme", vendor])).rejects.toThrow(message);
});

it("frees the port when it closes", async () => {
  const { url, close } = await startMock("acme", { prefer: "code=503" });
  await answer(`${url}/balance`);
  await close();
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});
