import { expect, it, vi } from "vitest";
import {
  checkCredential,
  isBalanceError,
  resolveCredential,
  type BalanceError,
  type Credential,
} from "../src/index.ts";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

const secret = "hunter22hunter22";
const never = (): never => {
  throw new Error(`could not renew ${secret}`);
};

function configErrorOf(create: () => unknown): BalanceError {
  try {
    create();
  } catch (error) {
    if (isBalanceError(error) && error.code === "config") return error;
    throw error;
  }
  throw new Error("the options were accepted");
}

it.each([
  ["undefined", undefined],
  ["null", null],
  ["empty", ""],
])("[row 2] throws config, before there is a client, when the key is %s", (_, apiKey) => {
  const error = configErrorOf(() => checkCredential("acme", "apiKey", apiKey));
  expect(error.message).toBe("acme: `apiKey` is missing; give it as a string or a function");
});

const malformed = [
  ["a carriage return", `${secret}\r`],
  ["a line break", `${secret}\nx-evil: 1`],
  ["a NUL", `${secret}\0`],
  ["a character outside Latin-1", `${secret}ключ`],
  ["a character outside ASCII", `${secret}é`],
  ["a leading blank", ` ${secret}`],
  ["a trailing blank", `${secret} `],
  ["a tab", `${secret}\t`],
  ["DEL", `${secret}\u007f`],
] as const;

it.each(malformed)("[row 3] refuses a key with %s and does not repeat it", (_, apiKey) => {
  const { message } = configErrorOf(() => createAcmeClient({ apiKey }));
  expect(message).toContain("`apiKey`");
  expect(message).not.toContain("hunter");
});

it.each(malformed)(
  "[row 3] refuses a key with %s that a function gives, and sends nothing",
  async (_, key) => {
    const fetch = scriptedFetch({});
    const error = await failureOf(createAcmeClient({ apiKey: async () => key, fetch }).GET("/balance"));
    expect(error).toMatchObject({ code: "config", attempts: 0 });
    expect(error.message).not.toContain("hunter");
    expect(fetch.calls).toHaveLength(0);
  },
);

it.each([7, true, {}, [secret], Symbol("key")])("[row 3] refuses a key of another type", (apiKey) => {
  const { message } = configErrorOf(() => createAcmeClient({ apiKey: apiKey as unknown as string }));
  expect(message).toMatch(/^acme: `apiKey` must be a string or a function, received \w+$/);
});

it("asks a function for the key at every attempt", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  let given = 0;
  const fetch = scriptedFetch({ status: 503 }, { status: 503 }, {});
  await createAcmeClient({ apiKey: () => `key-${(given += 1)}`, fetch }).GET("/balance");
  const sent = fetch.calls.map(({ init }) => new Headers(init.headers).get("authorization"));
  expect(sent).toEqual(["Bearer key-1", "Bearer key-2", "Bearer key-3"]);
});

it("wins over a header of the same name that the call brings", async () => {
  const fetch = scriptedFetch({});
  await createAcmeClient({ apiKey: "the-key", fetch }).GET("/balance", {
    headers: { Authorization: "Bearer other" },
  });
  expect(new Headers(fetch.calls[0]?.init.headers).get("authorization")).toBe("Bearer the-key");
});

it("calls a function that throws unauthenticated, without its words", async () => {
  const fetch = scriptedFetch({});
  const error = await failureOf(createAcmeClient({ apiKey: never, fetch }).GET("/balance"));
  expect(error).toMatchObject({ code: "unauthenticated", attempts: 0, cause: { name: "Error" } });
  expect(error.message).toBe("acme: the function given as `apiKey` threw, so there is no credential to send");
  expect(JSON.stringify([error.message, (error.cause as Error).message])).not.toContain(secret);
});

it("counts the requests before the one that got no credential", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const keys: Credential[] = ["first-key"];
  const apiKey = (): string => (keys.pop() as string | undefined) ?? never();
  const error = await failureOf(
    createAcmeClient({ apiKey, fetch: scriptedFetch({ status: 503 }) }).GET("/balance"),
  );
  expect(error).toMatchObject({ code: "unauthenticated", attempts: 1 });
});

it("gives a typed error when a vendor's own way to authorise throws", async () => {
  const fetch = scriptedFetch({});
  const error = await failureOf(createAcmeClient({ fetch, rules: { authorize: never } }).GET("/balance"));
  expect(error).toMatchObject({ code: "unauthenticated", attempts: 0 });
  expect(fetch.calls).toHaveLength(0);
});

it("resolves a credential that is a text as it is", async () => {
  expect(await resolveCredential("acme", "apiKey", "the-key")).toBe("the-key");
});
