import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Tree } from "@openbalance/specs/read-document";
import { replyText, startFaultServer, status } from "@openbalance/testing";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { planUpdate, type SpecUpdate } from "../../drift/update-spec.ts";
import { acme, intakeOptions } from "../intake/acme.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "openbalance-update-"));
});
afterEach(() => rm(folder, { recursive: true }));

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

async function store(vendor: string, description: Tree, record: Tree, overlay?: Tree): Promise<void> {
  const specs = join(folder, "specs", vendor);
  await mkdir(specs, { recursive: true });
  await writeFile(join(specs, "openapi.yaml"), stringify(description));
  await writeFile(
    join(specs, "source.json"),
    JSON.stringify({ form: "published", license: null, note: "Acme's own.", ...record }),
  );
  if (overlay !== undefined) await writeFile(join(specs, "overlay.yaml"), stringify(overlay));
}

function update(vendor: string, spec?: string): Promise<SpecUpdate> {
  return planUpdate(pathToFileURL(`${folder}/`), vendor, { ...intakeOptions, spec, today: "2026-11-23" });
}

/** The stored part: what an intake of the whole gives. */
function stored(changes: Parameters<typeof acme>[0] = {}): Tree {
  const document = acme(changes);
  delete (document["paths"] as Tree)["/elsewhere"];
  const { schemas, securitySchemes } = document["components"] as { schemas: Tree; securitySchemes: Tree };
  delete schemas["Unreached"];
  delete securitySchemes["other"];
  return document;
}

it("writes nothing when the document is as it was", async () => {
  const text = JSON.stringify(acme());
  await using server = await startFaultServer(replyText(text));
  await store("acme", stored(), { document: `${server.url}/openapi.json`, sha256: hash(text) });
  expect(await update("acme")).toMatchObject({ state: "unchanged", plan: new Map() });
  expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual(["/openapi.json"]);
});

it("notes the new hash alone when no fact changed, wherever else the document did", async () => {
  const text = JSON.stringify(
    acme({ root: { "x-new": true, tags: [{ name: "New" }] }, schemas: { Unreached: { type: "integer" } } }),
  );
  await using server = await startFaultServer(replyText(text));
  await store("acme", stored(), { document: `${server.url}/openapi.json`, sha256: hash("before") });
  const { state, plan } = await update("acme");
  expect(state).toBe("reworded");
  expect([...plan.keys()]).toEqual(["specs/acme/source.json"]);
  expect(JSON.parse(plan.get("specs/acme/source.json") ?? "")).toMatchObject({
    document: `${server.url}/openapi.json`,
    sha256: hash(text),
    retrieved: "2026-11-23",
    note: "Acme's own.",
  });
});

it.each([
  [
    "major",
    { properties: { amount: { type: "number" } } },
    "breaking: GET /balance, 200, /amount: type string became number",
  ],
  [
    "minor",
    { properties: { amount: { type: "string" }, held: { type: "string" } } },
    "compatible: GET /balance, 200, /held: field is new",
  ],
  [
    "patch",
    { properties: { amount: { type: "string", default: "0" } } },
    "cosmetic: GET /balance, 200, /amount: wording is new",
  ],
])(
  "writes description, hash, types, fields, reads and a changeset for a %s version",
  async (bump, balance, line) => {
    const text = JSON.stringify(acme({ schemas: { Balance: { type: "object", ...balance } } }));
    await using server = await startFaultServer(replyText(text));
    await store("acme", stored(), { document: server.url, sha256: hash("before") });
    const { state, plan } = await update("acme");
    expect(state).toBe("changed");
    const changeset = `.changeset/acme-${hash(text).slice(0, 8)}.md`;
    expect([...plan.keys()]).toEqual([
      "specs/acme/openapi.yaml",
      "specs/acme/source.json",
      "packages/acme/src/generated/fields.ts",
      "packages/acme/src/generated/reads.ts",
      "packages/acme/src/generated/openapi.ts",
      changeset,
    ]);
    expect(plan.get(changeset)).toBe(
      `---\n"@openbalance/acme": ${bump}\n---\n\nThe vendor's description changed:\n\n- ${line}\n`,
    );
    expect(parse(plan.get("specs/acme/openapi.yaml") ?? "")).toHaveProperty("components.schemas.Balance", {
      type: "object",
      ...balance,
    });
  },
);

it("keeps our words and the order of members, so that the diff shows facts alone", async () => {
  const worded = stored({ operation: { summary: "Read what is left" } });
  await store("acme", worded, { document: "acme.json", sha256: hash("before") });
  const text = JSON.stringify(acme({ operation: { summary: "The vendor's words", deprecated: true } }));
  await writeFile(join(folder, "acme.json"), text);
  const { plan } = await update("acme", join(folder, "acme.json"));
  const [before, after] = [stringify(worded), plan.get("specs/acme/openapi.yaml") ?? ""];
  expect(after).toContain("summary: Read what is left");
  expect(after).not.toContain("vendor's words");
  expect(Object.keys(parse(after) as Tree)).toEqual(Object.keys(parse(before) as Tree));
});

it("leaves a page of prose to a person, and notes that it changed", async () => {
  await using server = await startFaultServer(replyText("# Balance\n\nNew words.\n"));
  await store("acme", stored(), { document: server.url, sha256: hash("before"), form: "transcribed" });
  const { state, plan } = await update("acme");
  expect({ state, files: [...plan.keys()] }).toEqual({
    state: "prose changed",
    files: ["specs/acme/source.json"],
  });
});

it("takes the hash of a page that no one had at hand when its description was written", async () => {
  const text = "# Balance\n\nWords.\n";
  await using server = await startFaultServer(replyText(text));
  await store("acme", stored(), { document: server.url, sha256: null, form: "transcribed" });
  const { plan } = await update("acme");
  expect(JSON.parse(plan.get("specs/acme/source.json") ?? "")).toMatchObject({ sha256: hash(text) });
});

it.each([
  ["the site is gone", status(404), "the server answered 404"],
  [
    "the operation is gone",
    replyText(JSON.stringify(acme({ root: { paths: { "/new": { get: {} } } } }))),
    'it holds no operation GET /balance. Take one of its own, for instance "GET /new"',
  ],
  ["the page holds no OpenAPI any more", replyText("# Moved\n"), "the page holds no OpenAPI any more"],
])("fails, and plans nothing, when %s", async (_name, reply, message) => {
  await using server = await startFaultServer(reply);
  await store("acme", stored(), { document: server.url, sha256: hash("before") });
  await expect(update("acme")).rejects.toThrow(message);
});

it("fails when a correction meets nothing any more, and names it", async () => {
  await using server = await startFaultServer(
    replyText(JSON.stringify(acme({ schemas: { Balance: { type: "object" } } }))),
  );
  const target = "$.components.schemas.Balance.properties.amount";
  const overlay = {
    overlay: "1.1.0",
    actions: [{ target, description: "Seen.", update: { format: "decimal" } }],
  };
  await store("acme", stored(), { document: server.url, sha256: hash("before") }, overlay);
  await expect(update("acme")).rejects.toThrow(`${target}: the target matches nothing`);
});

it("takes over what changed at Flexprice, of which the overlay says everything already", async () => {
  const specs = join(folder, "specs/flexprice");
  await cp(new URL("../../../specs/flexprice/", import.meta.url), specs, { recursive: true });
  const document = parse(await readFile(join(specs, "openapi.yaml"), "utf8")) as {
    components: { schemas: Record<string, Schema> };
  };
  const schema = (name: string): Schema => document.components.schemas[name] ?? { properties: {} };
  const cooldown = {
    type: "object",
    properties: {
      value: { type: "integer" },
      unit: { type: "string", enum: ["SECOND", "MINUTE", "HOUR", "DAY"] },
    },
  };
  schema("WalletBalanceResponse").properties["is_cached_fallback"] = { type: "boolean" };
  Object.assign(schema("types.AutoTopup").properties, { cooldown, threshold: { type: "string" } });
  schema("types.AlertThreshold").properties["threshold"] = { type: "string" };
  const codes = schema("errors.ErrorResponse").properties["code"] as { enum: string[] };
  codes.enum = [...codes.enum, "too_many_requests", "not_implemented"];
  await writeFile(join(folder, "new.yaml"), stringify(document));

  const { changes, typeChanges, idleActions, plan } = await update("flexprice", join(folder, "new.yaml"));
  const call = "GET /wallets/{id}/balance/real-time";
  expect(changes.map(({ weight, place, what }) => `${weight}: ${place.replace(call, "…")}: ${what}`)).toEqual(
    [
      "breaking: …, 200, /alert_settings/critical/threshold: type number became string",
      "breaking: …, 200, /alert_settings/info/threshold: type number became string",
      "breaking: …, 200, /alert_settings/warning/threshold: type number became string",
      "breaking: …, 200, /auto_topup/threshold: type number became string",
      'compatible: …, 400, /code: word "too_many_requests" is new',
      'compatible: …, 400, /code: word "not_implemented" is new',
      'compatible: …, 404, /code: word "too_many_requests" is new',
      'compatible: …, 404, /code: word "not_implemented" is new',
      'compatible: …, 500, /code: word "too_many_requests" is new',
      'compatible: …, 500, /code: word "not_implemented" is new',
      "compatible: …, 200, /auto_topup/cooldown: field is new",
      "compatible: …, 200, /is_cached_fallback: field is new",
    ],
  );
  expect(typeChanges).toEqual([]);
  expect([...plan.keys()].filter((file) => file.startsWith(".changeset/"))).toEqual([]);
  expect(idleActions).toEqual([
    "actions[6] $.components.schemas.WalletBalanceResponse.properties",
    "actions[8] $.components.schemas['types.AlertThreshold'].properties.threshold",
  ]);
});

interface Schema {
  readonly properties: Record<string, unknown>;
}
