import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addVendor, type AddedVendor } from "../../scaffold/add-vendor.ts";
import { acme, intakeOptions } from "../intake/acme.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "openbalance-scaffold-"));
  const manifest = "packages/normalize/package.json";
  await cp(new URL(`../../../${manifest}`, import.meta.url), join(folder, manifest));
});
afterEach(() => rm(folder, { recursive: true }));

async function add(
  vendor: string,
  text: string | undefined,
  options: { file?: string; operations?: string[]; page?: string; title?: string; credential?: string } = {},
): Promise<AddedVendor> {
  const { file = "acme.json", operations = ["getBalance"], ...others } = options;
  const spec = text === undefined ? undefined : join(folder, file);
  if (spec !== undefined) await writeFile(spec, text ?? "");
  return addVendor(pathToFileURL(`${folder}/`), vendor, {
    ...intakeOptions,
    ...others,
    operations,
    spec,
    today: "2026-11-22",
  });
}

const read = (file: string): Promise<string> => readFile(join(folder, file), "utf8");
async function tree(): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

it("writes the description, the package, the decoder, tests, the entry of the command line and the page", async () => {
  const before = await tree();
  const { files, complete } = await add("acme-pay", JSON.stringify(acme()));
  expect(complete).toBe(true);
  expect(before.filter((file) => files.some((each) => join(folder, each) === file))).toEqual([]);
  expect(await read("specs/acme-pay/openapi.json")).toContain('"/balance"');
  expect(await read("packages/acme-pay/src/client.ts")).toContain('header: "x-acme-key"');
  const entry = await read("packages/cli/src/built-in/acme-pay.ts");
  expect(entry).toContain('secret("apiKey", "ACME_PAY_API_KEY", "An API key"), address("ACME_PAY_BASE_URL")');
  expect(entry).toContain('demo: { apiKey: "demo-acme-pay-key" }');
  expect(await read("docs/vendors/acme-pay.md")).toContain("<!-- Written by `pnpm generate`: facts. -->");
  expect(await read(".changeset/add-acme-pay.md")).toContain('"@openbalance/acme-pay": minor');
});

it("writes the vendor's name and its credential's as people do who know it", async () => {
  await add("glimmer", JSON.stringify(acme()), { title: "GlimmeR", credential: "managementKey" });
  const client = await read("packages/glimmer/src/client.ts");
  expect(client).toContain("a client of the GlimmeR API");
  expect(client).toContain(
    "/** A management key, or a function that gives one. */\n  readonly managementKey: Credential;",
  );
  const entry = await read("packages/cli/src/built-in/glimmer.ts");
  expect(entry).toContain('title: "GlimmeR"');
  expect(entry).toContain('secret("managementKey", "GLIMMER_MANAGEMENT_KEY"');
});

it("records where the document came from", async () => {
  const licensed = acme({
    root: { info: { title: "Acme", version: "1", license: { name: "MIT", identifier: "MIT" } } },
  });
  await add("acme", JSON.stringify(licensed), { page: "https://docs.acme.example/balance" });
  expect(JSON.parse(await read("specs/acme/source.json"))).toEqual({
    document: "https://docs.acme.example/balance",
    retrieved: "2026-11-22",
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    form: "published",
    license: "MIT",
    openapi: "3.1.0",
    note: "The vendor's own description, cut to GET /balance; its sentences and code samples are left out.",
  });
});

it("maps no amount: a decoder that nobody has written refuses every success", async () => {
  await add("acme", JSON.stringify(acme()));
  const decoder = await read("packages/normalize/src/vendors/acme.ts");
  expect(decoder).toContain("balances: [row.finish(asset, { assetFrom })]");
  expect(decoder).not.toMatch(/\.amount\(|reported\(/);
});

it("keeps what a description shows as its named example, and makes up none", async () => {
  const shown = { type: "object", properties: { amount: { type: "string", example: "12.50" } } };
  await add("acme", JSON.stringify(acme({ schemas: { Balance: shown } })));
  expect(parse(await read("specs/acme/overlay.yaml"))).toMatchObject({
    actions: [
      { update: { examples: { documented: { value: { amount: "12.50" } } } } },
      { update: { "x-repeatable": true } },
    ],
  });
  await add("other", JSON.stringify(acme()));
  expect(parse(await read("specs/other/overlay.yaml"))).toMatchObject({
    actions: [{ update: { "x-repeatable": true } }],
  });
});

it("says what is left to decide, a line each", async () => {
  const { decisions } = await add("acme", JSON.stringify(acme({ root: { servers: [] } })));
  expect(decisions).toEqual(
    expect.arrayContaining([
      expect.stringContaining("the document names no server"),
      expect.stringContaining("/amount: the amount has no unit"),
      expect.stringContaining("the reply has no example"),
      expect.stringContaining("packages/normalize/src/vendors/acme.ts: which field is which amount"),
    ]),
  );
  expect(await read("packages/acme/src/client.ts")).toContain("readonly baseUrl: string;");
});

it("asks the account for what the call cannot do without", async () => {
  const parameters = [
    { name: "wallet_id", in: "path", required: true, schema: { type: "string" } },
    { name: "limit", in: "query", required: true, schema: { type: "integer" } },
    { name: "page", in: "query", schema: { type: "string" } },
    { name: "X-Version", in: "header", required: true, schema: { type: "string" } },
  ];
  const balance = {
    get: {
      operationId: "getBalance",
      parameters,
      responses: { "200": { description: "", content: { "application/hal+json": { schema: {} } } } },
    },
  };
  await add("acme", JSON.stringify(acme({ root: { paths: { "/wallets/{wallet_id}": balance } } })));
  const decoder = await read("packages/normalize/src/vendors/acme.ts");
  expect(decoder).toContain("readonly walletId: string;");
  expect(decoder).toContain("readonly limit: number;");
  expect(decoder).not.toContain("page");
  expect(decoder).toContain("params: { path: { wallet_id: walletId }, query: { limit: limit } }");
  expect(decoder).toContain('headers: { accept: "application/hal+json", "X-Version": xVersion }');
});

describe("a page without OpenAPI", () => {
  const page = "# Balance\n\nGET https://api.acme.example/balance\n";

  it("gives an empty description to fill in, and no package", async () => {
    const { files, findings, decisions, complete } = await add("acme", page, {
      file: "page.md",
      operations: [],
    });
    expect(complete).toBe(false);
    expect(files).toEqual([
      "specs/acme/openapi.yaml",
      "specs/acme/overlay.yaml",
      "specs/acme/source.json",
      "specs/acme/mock.overlay.yaml",
    ]);
    expect(parse(await read("specs/acme/openapi.yaml"))).toEqual({
      openapi: "3.1.0",
      info: { title: "Acme API", version: "unversioned" },
      servers: [],
      paths: {},
    });
    expect(JSON.parse(await read("specs/acme/source.json"))).toMatchObject({
      form: "transcribed",
      document: "page.md",
      license: null,
    });
    expect(findings.map(({ problem }) => problem)).toEqual(["the page holds no OpenAPI"]);
    expect(decisions.at(-1)).toContain("`pnpm add-vendor acme` without --spec makes the package");
  });

  it("becomes a package once the description is filled in", async () => {
    await add("acme", page, { file: "page.md", operations: [] });
    await writeFile(join(folder, "specs/acme/openapi.yaml"), JSON.stringify(acme()));
    const { files } = await add("acme", undefined);
    expect(files).toContain("packages/acme/src/client.ts");
    expect(files.filter((file) => file.startsWith("specs/"))).toEqual([]);
  });

  it("takes the call that is named, with a reply that may be anything", async () => {
    const { complete } = await add("acme", page, { file: "page.md", operations: ["GET /balance"] });
    expect(complete).toBe(true);
    expect(parse(await read("specs/acme/openapi.yaml"))).toHaveProperty(
      ["paths", "/balance", "get", "responses", "200", "content", "application/json"],
      { schema: {} },
    );
  });
});

describe("nothing is written", () => {
  it.each([
    ["a name that is not kebab-case", "Acme", {}, "it is no name of a vendor"],
    ["a name that climbs", "../acme", {}, "it is no name of a vendor"],
    ["a name that a package has", "normalize", {}, "the name is taken: packages/normalize is there"],
    ["a name that is kept for other things", "drift", {}, "the name is taken"],
    [
      "an operation that is not there",
      "acme",
      { operations: ["GET /gone"] },
      "it holds no operation GET /gone",
    ],
    ["a credential that is no name", "acme", { credential: "API key" }, "it is no name of an option"],
    ["an operation that is no GET", "acme", { operations: ["POST /elsewhere"] }, "no operation is a GET"],
  ])("for %s", async (_name, vendor, options, message) => {
    const before = await tree();
    await expect(add(vendor, JSON.stringify(acme()), options)).rejects.toThrow(message);
    expect(await tree()).toEqual([...before, join(folder, "acme.json")].toSorted());
  });

  it("for a name that a description has", async () => {
    await add("acme", JSON.stringify(acme()));
    await expect(add("acme", JSON.stringify(acme()))).rejects.toThrow(
      "the name is taken: packages/acme is there",
    );
  });

  it("when a file cannot be written", async () => {
    const before = await tree();
    // A file where a folder is wanted, among the last to be written.
    await writeFile(join(folder, "packages/normalize/test"), "");
    await expect(add("acme", JSON.stringify(acme()))).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(await tree()).toEqual(
      [...before, join(folder, "acme.json"), join(folder, "packages/normalize/test")].toSorted(),
    );
  });
});
