import { expect, it } from "vitest";
import { readPage } from "../../intake/read-page.ts";

const description =
  '{"openapi":"3.1.0","info":{"title":"Acme","version":"1"},"paths":{"/balance":{"get":{}}}}';
const yaml =
  "openapi: 3.0.1\ninfo:\n  title: Acme\n  version: '1'\npaths:\n  /wallets/{id}/balance:\n    get: {}\n";

it("takes a file that is a description as it is, in JSON and YAML", () => {
  expect(readPage(description, "acme.json").description).toMatchObject({ openapi: "3.1.0" });
  expect(readPage(yaml, "acme.yaml").description).toMatchObject({ openapi: "3.0.1" });
  expect(readPage(`# a comment\n---\n${yaml}`, "acme.txt").description).toMatchObject({ openapi: "3.0.1" });
});

it("finds a JSON block in a Markdown page", () => {
  const page = `# Balance\n\n***\n\n## Read the balance\n\n> Words\n\n\`\`\`json\n${description}\n\`\`\`\n`;
  expect(readPage(page, "page.md")).toEqual({ description: JSON.parse(description), format: "json" });
});

it("finds a YAML block in a Markdown page, and the operation it is about", () => {
  const page = `> ## Index\n> Words\n\n# Balance\n\n## OpenAPI\n\n\`\`\`\`yaml /openapi.json get /wallets/{id}/balance\n${yaml}\n\`\`\`\``;
  const { description: found, operation } = readPage(page, "page.txt");
  expect(found).toMatchObject({ info: { title: "Acme" } });
  expect(operation).toBe("GET /wallets/{id}/balance");
});

it("passes over blocks that show something else", () => {
  const page = `# Balance\n\n\`\`\`json\n{"balance": 5}\n\`\`\`\n\n\`\`\`sh\ncurl x\n\`\`\`\n\n\`\`\`json\n${description}\n\`\`\`\n`;
  expect(readPage(page, "page.md").description).toEqual(JSON.parse(description));
});

it("joins the operations of a page that repeats the description around each", () => {
  const other = description.replace("/balance", "/usage");
  const page = `# All\n\n\`\`\`json\n${description}\n\`\`\`\n\n## More\n\n\`\`\`json\n${other}\n\`\`\`\n`;
  expect(Object.keys(readPage(page, "page.md").description?.["paths"] ?? {})).toEqual(["/balance", "/usage"]);
});

it("finds nothing in a page of prose", () => {
  expect(readPage('# Balance\n\nGET /balance\n\n```json\n{"balance": 5}\n```\n', "page.md")).toEqual({
    format: "yaml",
  });
});

it("leaves text alone that YAML 1.1 would read otherwise", () => {
  const { description: found } = readPage(
    `${yaml}x-day: 2026-11-22\nx-answer: no\nx-octal: 010\n`,
    "acme.yaml",
  );
  expect(found).toMatchObject({ "x-day": "2026-11-22", "x-answer": "no", "x-octal": 10 });
});

it.each([
  ["a file of JSON that is no description", '{"name":"acme"}', "acme.json", "no OpenAPI or Swagger document"],
  ["a file of YAML that is no description", "name: acme\n", "acme.yaml", "no OpenAPI or Swagger document"],
  [
    "broken YAML, with its line",
    "openapi: 3.1.0\ninfo: [\n",
    "acme.yaml",
    "acme.yaml, line 3: it is neither JSON nor YAML",
  ],
  ["broken JSON, with its line", '{"openapi": "3.1.0",\n"info": ]', "acme.json", "acme.json, line 2"],
  ["JSON that only YAML would take", '{"openapi": "3.1.0",\n"info": }', "acme.json", "it is no JSON"],
  ["a list", "[]", "acme.json", "does not hold an object"],
  [
    "a broken block, with its number",
    "# A\n\n```yaml\nopenapi: 3.1.0\ninfo: [\n```\n",
    "page.md",
    "page.md, code block 1, line",
  ],
])("refuses %s", (_name, text, place, message) => {
  expect(() => readPage(text, place)).toThrow(message);
});
