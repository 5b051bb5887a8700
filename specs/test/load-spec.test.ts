import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listVendors, loadSpec, SpecError } from "../load-spec.ts";

const ACME = `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /balance:
    get:
      responses:
        '200': { description: The balance. }
`;

let folder: string;
let specs: URL;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "specs-"));
  specs = pathToFileURL(`${folder}/`);
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(files: Record<string, string>): Promise<void> {
  await mkdir(join(folder, "acme"), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, "acme", name), text);
}

function overlay(target: string, update: string, description = "description: Seen on the wire."): string {
  return `overlay: 1.0.0\nactions:\n  - target: ${target}\n    ${description}\n    update: ${update}\n`;
}

async function fault(loading: Promise<unknown>): Promise<SpecError> {
  const error: unknown = await loading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SpecError) return error;
  throw new Error("it did not fail with a SpecError", { cause: error });
}

test("a folder with a description is a vendor, any other is not", async () => {
  await write({ "openapi.yaml": ACME });
  await mkdir(join(folder, "notes"));
  expect(await listVendors(specs)).toEqual(["acme"]);
});

test("an unknown vendor is named together with the known ones, and never read as a path", async () => {
  await write({ "openapi.yaml": ACME });
  expect((await fault(loadSpec("../acme", { specs }))).message).toContain("Take one of acme");
});

test("the overlay changes what is loaded, the mock overlay only what is loaded for mocks", async () => {
  await write({
    "openapi.yaml": ACME,
    "overlay.yaml": overlay("$.info", "{ title: Acme corrected }"),
    "mock.overlay.yaml": overlay("$.info", "{ summary: for mocks }"),
  });
  expect((await loadSpec("acme", { specs })).info).toEqual({ title: "Acme corrected", version: "1" });
  expect((await loadSpec("acme", { specs, mock: true })).info["summary"]).toBe("for mocks");
});

test("a description without overlays is loaded as it stands", async () => {
  await write({ "openapi.json": '{"openapi":"3.1.0","info":{"title":"Acme","version":"1"},"paths":{}}' });
  expect((await loadSpec("acme", { specs, mock: true })).paths).toEqual({});
});

test("an overlay that matches nothing fails and names every such target", async () => {
  await write({
    "openapi.yaml": ACME,
    "overlay.yaml": `overlay: 1.0.0
actions:
  - { target: "$.paths['/gone'].get", description: Renamed., update: { summary: x } }
  - { target: $.info, description: Kept., update: { summary: x } }
  - { target: $.components.schemas.Lost, description: Moved., remove: true }
`,
  });
  const {
    message,
    fault: { place },
  } = await fault(loadSpec("acme", { specs }));
  expect(place).toBe("$.paths['/gone'].get and $.components.schemas.Lost");
  expect(message).toBe(
    "specs/acme/overlay.yaml, $.paths['/gone'].get and $.components.schemas.Lost: the target matches nothing in the " +
      "description. Correct the target, or remove the action if the vendor has mended this itself.",
  );
});

test.each([
  ["without a description", overlay("$.info", "{ title: x }", "x-note: none"), "actions[0]"],
  ["without a target", overlay("info", "{ title: x }"), "actions[0]"],
  [
    "that changes nothing",
    "overlay: 1.0.0\nactions:\n  - { target: $.info, description: Idle. }\n",
    "actions[0] $.info",
  ],
])("an action %s is refused", async (_, text, place) => {
  await write({ "openapi.yaml": ACME, "overlay.yaml": text });
  expect((await fault(loadSpec("acme", { specs }))).fault).toMatchObject({ file: "overlay.yaml", place });
});

test("an overlay of another version is refused", async () => {
  await write({ "openapi.yaml": ACME, "overlay.yaml": "overlay: 2.0.0\nactions: []\n" });
  expect((await fault(loadSpec("acme", { specs }))).message).toContain(
    "overlay: its version is not 1.0 or 1.1",
  );
});

test.each(["https://example.com/schema.json", "./other.yaml#/Money"])(
  "a reference to %s is refused",
  async (ref) => {
    await write({ "openapi.yaml": `${ACME}components:\n  schemas:\n    Money: { $ref: '${ref}' }\n` });
    const {
      fault: { place, reason },
    } = await fault(loadSpec("acme", { specs }));
    expect(place).toBe("#/components/schemas/Money/$ref");
    expect(reason).toContain(ref);
  },
);

test("a reference that an overlay brings along is refused too", async () => {
  await write({
    "openapi.yaml": ACME,
    "overlay.yaml": overlay("$.info", "{ $ref: 'https://example.com/x' }"),
  });
  expect((await fault(loadSpec("acme", { specs }))).fault).toMatchObject({ file: "overlay.yaml" });
});

test("broken YAML is refused with its line", async () => {
  await write({ "openapi.yaml": "openapi: 3.1.0\nopenapi: 3.0.0\n" });
  expect((await fault(loadSpec("acme", { specs }))).fault).toMatchObject({
    file: "openapi.yaml",
    place: "line 2",
  });
});

test("a document that is not OpenAPI 3 is refused", async () => {
  await write({ "openapi.yaml": "swagger: '2.0'\ninfo: { title: Acme, version: '1' }\npaths: {}\n" });
  expect((await fault(loadSpec("acme", { specs }))).message).toContain("not an OpenAPI 3 document");
});

test("two loads share nothing", async () => {
  await write({ "openapi.yaml": ACME, "overlay.yaml": overlay("$.info", "{ contact: { name: us } }") });
  const first = await loadSpec("acme", { specs });
  first.info.title = "changed";
  expect((await loadSpec("acme", { specs })).info.title).toBe("Acme");
});

test("a description keeps its text: YAML 1.2 leaves dates, yes and no alone", async () => {
  await write({ "openapi.yaml": ACME.replace("version: '1'", "version: 2026-11-22, x-answer: no") });
  expect((await loadSpec("acme", { specs })).info).toMatchObject({ version: "2026-11-22", "x-answer": "no" });
  expect(await readFile(join(folder, "acme", "openapi.yaml"), "utf8")).toContain("x-answer: no");
});
