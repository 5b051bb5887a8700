import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { replyText, startFaultServer, status, stallBody, invalidUtf8 } from "@openbalance/testing";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSource } from "../../intake/read-source.ts";

const limits = { maxBytes: 100, timeoutMs: 300 };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "openbalance-source-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("reads a file and records its name alone, with the hash of its bytes", async () => {
  await writeFile(join(folder, "acme.yaml"), "openapi: 3.1.0\n");
  expect(await readSource(join(folder, "acme.yaml"), limits)).toMatchObject({
    name: "acme.yaml",
    text: "openapi: 3.1.0\n",
    sha256: createHash("sha256").update("openapi: 3.1.0\n").digest("hex"),
  });
});

it("reads an address and records it", async () => {
  await using server = await startFaultServer(replyText("openapi: 3.1.0\n"));
  const source = await readSource(`${server.url}/openapi.yaml?v=2`, limits);
  expect(source).toMatchObject({ name: `${server.url}/openapi.yaml?v=2`, text: "openapi: 3.1.0\n" });
});

it.each([
  ["a file that is not there", "missing.yaml", "there is no such file"],
  ["a folder", ".", "there is no such file"],
  ["a file over the limit", "large.yaml", "larger than 100 bytes"],
  ["a file that is no text", "image.png", "no text in UTF-8"],
  ["a file with a NUL", "nul.txt", "no text in UTF-8"],
])("refuses %s", async (_name, file, message) => {
  await writeFile(join(folder, "large.yaml"), "x".repeat(101));
  await writeFile(join(folder, "image.png"), Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  await writeFile(join(folder, "nul.txt"), "a\0b");
  await expect(readSource(join(folder, file), limits)).rejects.toThrow(message);
});

it.each([
  ["http to another machine", "http://acme.example/openapi.json", "neither an https address nor a file"],
  ["another protocol", "ftp://acme.example/openapi.json", "neither an https address nor a file"],
])("refuses %s", async (_name, address, message) => {
  await expect(readSource(address, limits)).rejects.toThrow(message);
});

it("refuses an address with a password in it and does not repeat it", async () => {
  const reading = readSource("https://me:pa55word@acme.example/openapi.json", limits);
  await expect(reading).rejects.toThrow("acme.example: the address holds a user or a password");
  await expect(reading).rejects.not.toThrow("pa55word");
});

it.each([
  ["a refusal", status(404), "the server answered 404"],
  ["a reply over the limit", replyText("x".repeat(101)), "larger than 100 bytes"],
  ["a reply that never ends", stallBody(), "cannot be fetched"],
  ["a reply that is no text", invalidUtf8(), "no text in UTF-8"],
])("refuses %s", async (_name, fault, message) => {
  await using server = await startFaultServer(fault);
  await expect(readSource(server.url, limits)).rejects.toThrow(message);
});
