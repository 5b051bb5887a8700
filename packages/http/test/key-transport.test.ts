import { describe, expect, it, vi } from "vitest";
import {
  addressOfPlace,
  createBasicTransport,
  createKeyTransport,
  createVendorClient,
  describeProblem,
  textAt,
  waitUntilEpochSeconds,
  type ClientOptions,
  type Credential,
  type KeyRules,
  type Reply,
  type VendorClient,
} from "../src/index.ts";
import { acmeReads, type AcmePaths } from "./acme.ts";

interface Options extends ClientOptions {
  readonly token: Credential;
  readonly team?: string;
  readonly user?: string;
}

const known = {
  vendor: "acme",
  baseUrl: "https://api.acme.example",
  option: "token",
  readProblem: ({ status, body }: Reply) => describeProblem(status, { message: textAt(body, "message") }),
  reads: acmeReads,
} satisfies KeyRules<"token">;

function create(options: Options, rules: Partial<KeyRules<"token">> = {}): VendorClient<AcmePaths> {
  return createVendorClient(
    (own: Options) => createKeyTransport<AcmePaths, Options>({ ...known, ...rules }, own, "team"),
    options,
  );
}

function createBasic(options: Options): VendorClient<AcmePaths> {
  return createVendorClient(
    (own: Options) => createBasicTransport<AcmePaths, Options>({ ...known, userOption: "user" }, own),
    options,
  );
}

async function sentHeaders(rules: Partial<KeyRules<"token">>): Promise<Headers> {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  await create({ token: async () => "s3cr3t", team: "t", fetch }, rules).GET("/balance");
  return new Headers(fetch.mock.calls[0]?.[1]?.headers);
}

function wait(headers: Readonly<Record<string, string>>): number | undefined {
  return waitUntilEpochSeconds({ status: 429, headers, receivedAtMs: 1_000_000 }, "reset");
}

describe("a client with one key", () => {
  it("sends it bare as authorization, unless told what stands before it and where it goes", async () => {
    expect((await sentHeaders({})).get("authorization")).toBe("s3cr3t");
    expect((await sentHeaders({ prefix: "Token " })).get("authorization")).toBe("Token s3cr3t");
    const other = await sentHeaders({ header: "xi-api-key" });
    expect([other.get("xi-api-key"), other.get("authorization")]).toEqual(["s3cr3t", null]);
  });

  it("sends what is to stand beside it, which no call can change", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
    const client = create({ token: "s3cr3t", fetch }, { headers: { "acme-version": "2" } });
    await client.GET("/balance", { headers: { "acme-version": "1", "acme-trace": "t" } });
    const sent = new Headers(fetch.mock.calls[0]?.[1]?.headers);
    expect([sent.get("acme-version"), sent.get("acme-trace")]).toEqual(["2", "t"]);
  });

  it("sends it as the password of HTTP Basic where it is told which option is the user", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
    await createBasic({ token: async () => "s3cr3t", user: "AC01", fetch }).GET("/balance");
    // "AC01:s3cr3t" in Base64.
    expect(new Headers(fetch.mock.calls[0]?.[1]?.headers).get("authorization")).toBe(
      "Basic QUMwMTpzM2NyM3Q=",
    );
  });

  it.each([
    ["no user", {}, "`user` is missing"],
    ["an empty user", { user: "" }, "`user` is missing"],
    ["a user with a colon", { user: "a:s3cr3t" }, "`user` must be a string of ASCII without a blank"],
    ["a user with a line break", { user: "s3cr3t\n" }, "`user` must be a string"],
    ["a user that is a function", { user: () => "s3cr3t" }, "`user` must be a string"],
  ])("refuses %s of HTTP Basic by the name of the option", (_name, options, message) => {
    const attempt = (): unknown => createBasic({ token: "k", ...options } as never);
    expect(attempt).toThrow(message);
    expect(attempt).not.toThrow("s3cr3t");
  });

  it("strikes the password out of a refusal that repeats it", async () => {
    const refusal = Response.json({ message: "AC01 and s3cr3t do not match" }, { status: 401 });
    const fetch: typeof globalThis.fetch = async () => refusal;
    const client = createBasic({ token: "s3cr3t", user: "AC01", fetch });
    await expect(client.GET("/balance")).rejects.toMatchObject({
      code: "unauthenticated",
      vendorMessage: "[redacted] and [redacted] do not match",
    });
  });

  it.each([
    ["no options", undefined, "the options must be an object"],
    ["no key", {}, "`token` is missing"],
    ["a key with a blank", { token: "s3cr3t key" }, "`token` holds a blank"],
    ["an option that is in neither list", { token: "s3cr3t", key: 1 }, "unknown option `key`"],
  ])("refuses %s by the name of the option, never by its value", (_name, options, message) => {
    const attempt = (): unknown => create(options as never);
    expect(attempt).toThrow(expect.objectContaining({ code: "config", vendor: "acme" }));
    expect(attempt).toThrow(message);
    expect(attempt).not.toThrow("s3cr3t");
  });
});

describe("the address of a place", () => {
  const regions = { us: "https://us.acme.example", eu: "https://eu.acme.example" };
  const addressOf = (place: object): string => addressOfPlace("acme", regions, place as never);

  it("is the region's, or the one that is given", () => {
    expect(addressOf({ region: "eu" })).toBe("https://eu.acme.example");
    expect(addressOf({ baseUrl: "https://proxy.example" })).toBe("https://proxy.example");
  });

  it.each([
    ["neither", {}, "`region` is missing; give us or eu, or `baseUrl`"],
    ["both", { region: "us", baseUrl: "https://proxy.example" }, "are both given"],
    ["a region of no vendor", { region: "toString" }, "`region` must be us or eu"],
  ])("is not guessed from %s", (_name, place, message) => {
    expect(() => addressOf(place)).toThrow(message);
  });
});

describe("a header that names a second since the epoch", () => {
  it("is measured by the vendor's clock where it shows one, else by the caller's", () => {
    expect(wait({ reset: "1060" })).toBe(60_000);
    expect(wait({ reset: "1060", date: "Thu, 01 Jan 1970 00:17:35 GMT" })).toBe(5_000);
  });

  it.each([undefined, "", "soon", "-5", "1e3", "999", "12345678901"])("asks for no wait as %j", (reset) => {
    expect(wait(reset === undefined ? {} : { reset })).toBeUndefined();
  });
});
