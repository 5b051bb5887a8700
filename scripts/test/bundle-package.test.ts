import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { runTool } from "../run-tool.ts";

const script = fileURLToPath(new URL("../bundle-package.ts", import.meta.url));
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const manifest = {
  name: "parcels",
  type: "module",
  sideEffects: false,
  dependencies: { "node:url": "*" },
  publishConfig: {
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./*": { types: "./dist/vendors/*.d.ts", default: "./dist/vendors/*.js" },
      "./package.json": "./package.json",
    },
  },
};

const sources = {
  "src/index.ts": `export { acme } from "./vendors/acme.ts";\nimport { told } from "./told.ts";\nexport const index: string = told("index");`,
  "src/vendors/acme.ts": `import { told } from "../told.ts";\nimport { Parcel } from "../parcel.ts";\nexport const acme: string = told(new Parcel().with().constructor.name);`,
  "src/vendors/bolt.ts": `import { URL } from "node:url";\nimport { Parcel } from "../parcel.ts";\nexport const bolt: string = new Parcel().weigh(new URL("a:b"));`,
  "src/told.ts": `export function told(name: string): string { return "told by " + name; }`,
  "src/parcel.ts": `/** What is sent. */\nexport class Parcel {\n  with(): Parcel { return new Parcel(); }\n\n  weigh(url: URL): string { throw new Error(url.href); }\n}`,
};

async function bundle(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "openbalance-bundle-"));
  folders.push(folder);
  const files = { "package.json": JSON.stringify(manifest), ...sources, ...changes };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  await runTool(process.execPath, [script], folder);
  return folder;
}

describe("a bundled package", () => {
  it("has one file for each entry, and one for all that they share", async () => {
    const folder = await bundle({ "dist/gone.js": "" });
    const files = await readdir(join(folder, "dist"), { recursive: true });
    expect(files.filter((file) => file.endsWith(".js")).toSorted()).toEqual([
      "chunks/shared.js",
      "index.js",
      "vendors/acme.js",
      "vendors/bolt.js",
    ]);
    const index = await readFile(join(folder, "dist/index.js"), "utf8");
    expect(index).toContain(`from "./vendors/acme.js"`);
    expect(index).not.toContain("bolt");
  });

  it("keeps names and comments, and each entry's own names alone", async () => {
    const folder = await bundle();
    const { href } = pathToFileURL(join(folder, "dist/"));
    expect({ ...(await import(`${href}index.js`)) }).toEqual({
      acme: "told by Parcel",
      index: "told by index",
    });
    expect({ ...(await import(`${href}vendors/acme.js`)) }).toEqual({ acme: "told by Parcel" });
    expect(await readFile(join(folder, "dist/chunks/shared.js"), "utf8")).toContain("/** What is sent. */");
  });

  it("shows the lines of the source in a stack trace", async () => {
    const folder = await bundle();
    const read = runTool(process.execPath, ["--enable-source-maps", "dist/vendors/bolt.js"], folder);
    await expect(read).rejects.toThrow(/at Parcel\.weigh \(.*src\/parcel\.ts:5:/);
  });

  it("is not made with an entry that has no source", async () => {
    const { exports } = manifest.publishConfig;
    const published = { ...exports, "./gone": { types: "./dist/gone.d.ts", default: "./dist/gone.js" } };
    const text = JSON.stringify({ ...manifest, publishConfig: { exports: published } });
    await expect(bundle({ "package.json": text })).rejects.toThrow(
      "parcels: ./dist/gone.js has no source at src/gone.ts",
    );
  });

  it("is not made with an import of what it does not depend on", async () => {
    const source = `import { parse } from "undeclared";\nexport const index: string = parse("1");`;
    await expect(bundle({ "src/index.ts": source })).rejects.toThrow(/undeclared/);
  });
});
