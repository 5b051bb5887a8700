import { expect, it } from "vitest";
import { createByteniteClient, type ByteniteOptions } from "../src/index.ts";

const apiKey = "example-api-key";
const accessToken = "example-access-token";
const baseUrl = "https://wallet.example/v1";

it.each([
  [{ apiKey }],
  [{ accessToken }],
  [{ accessToken: () => accessToken, baseUrl }],
  [{ apiKey: () => apiKey, authScheme: "bearer" as const }],
  [{ apiKey, baseUrl, authBaseUrl: "https://auth.example/v1/" }],
  [{ apiKey, authBaseUrl: "http://127.0.0.1:8080" }],
])("takes %o", (options) => {
  expect(createByteniteClient(options)).toHaveProperty("GET");
});

it.each([
  [{}, "`apiKey` is missing"],
  [{ apiKey: "" }, "`apiKey` is missing"],
  [{ apiKey: " key" }, "`apiKey` holds a blank"],
  [{ apiKey: "key\n" }, "`apiKey` holds a blank"],
  [{ apiKey: 5 }, "`apiKey` must be a string or a function"],
  [{ accessToken: "" }, "`accessToken` is missing"],
  [{ accessToken: "tökén" }, "`accessToken` holds a blank"],
  [{ accessToken: {} }, "`accessToken` must be a string or a function"],
  [{ apiKey, accessToken }, "either `apiKey` or `accessToken`"],
  [{ apiKey, authScheme: "basic" }, "`authScheme` must be raw or bearer"],
  [{ apiKey, authScheme: null }, "`authScheme` must be raw or bearer"],
  [{ apiKey, baseUrl }, "`baseUrl` with `apiKey` needs `authBaseUrl` too"],
  [{ accessToken, authBaseUrl: baseUrl }, "`authBaseUrl` goes with `apiKey`"],
  [{ apiKey, authBaseUrl: "http://auth.example" }, "`authBaseUrl` must be https"],
  [{ apiKey, authBaseUrl: "auth" }, "`authBaseUrl` must be https://host/path"],
  [{ apiKey, authBaseUrl: "https://user:secret@auth.example" }, "`authBaseUrl` must be https://host/path"],
  [
    { apiKey, baseUrl: "https://wallet.example?a", authBaseUrl: baseUrl },
    "`baseUrl` must be https://host/path",
  ],
  [{ apiKey, retries: 3 }, "unknown option `retries`"],
  [{ apiKey, attemptTimeoutMs: -1 }, "`attemptTimeoutMs`"],
  [null, "the options must be an object"],
])("refuses %o, naming what is wrong", (options, reason) => {
  expect(() => createByteniteClient(options as ByteniteOptions)).toThrow(
    expect.objectContaining({ code: "config", vendor: "bytenite", message: expect.stringContaining(reason) }),
  );
});

it("is refused by the compiler where it would be refused at run time", () => {
  // @ts-expect-error both credentials
  expect(() => createByteniteClient({ apiKey, accessToken })).toThrow("not both");
  // @ts-expect-error no credential
  expect(() => createByteniteClient({})).toThrow("missing");
  // @ts-expect-error a ready token is not exchanged
  expect(() => createByteniteClient({ accessToken, authBaseUrl: baseUrl })).toThrow("`authBaseUrl`");
});
