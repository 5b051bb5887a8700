import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { replyText, startFaultServer } from "@openbalance/testing";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSource } from "../../intake/read-source.ts";
import { takeIn, type Intake, type IntakeOptions } from "../../intake/take-in.ts";
import { intakeOptions } from "./acme.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "openbalance-files-"));
});
afterEach(() => rm(folder, { recursive: true }));

const rootOf = (reference: string): string => `openapi: 3.0.3
info: { title: Acme, version: '1' }
servers: [{ url: https://api.acme.example }]
security: []
paths:
  /balance: { $ref: '${reference}' }
  /unwanted: { $ref: 'paths/missing.yaml' }
components:
  schemas: { Money: { type: string } }
`;
const pathItem = (reference: string): string =>
  `get: { operationId: getBalance, responses: { '200': { description: Yes., content: { application/json: { schema: { $ref: '${reference}' } } } } } }\n`;

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

async function takeInFile(options: Partial<IntakeOptions> = {}): Promise<Intake | undefined> {
  const source = await readSource(join(folder, "docs/openapi.yaml"));
  return takeIn(source, { ...intakeOptions, operations: ["getBalance"], ...options });
}

it("joins files that refer to each other, in circles too, and passes over what is not wanted", async () => {
  await write({
    "docs/openapi.yaml": rootOf("paths/balance.yaml"),
    "docs/paths/balance.yaml": pathItem("../schemas/Balance.yaml"),
    "docs/schemas/Balance.yaml": `type: object
properties:
  amount: { $ref: '../openapi.yaml#/components/schemas/Money' }
  parent: { $ref: 'Balance.yaml' }
`,
  });
  const intake = await takeInFile();
  expect(intake?.description["components"]).toEqual({
    schemas: {
      Money: { type: "string" },
      Balance: {
        type: "object",
        properties: {
          amount: { $ref: "#/components/schemas/Money" },
          parent: { $ref: "#/components/schemas/Balance" },
        },
      },
    },
  });
});

it.each([
  ["that is missing", "paths/balance.yaml", "../schemas/Gone.yaml", "there is no such file"],
  ["outside the folder", "paths/balance.yaml", "../../secret.yaml", "leads out of the folder"],
  ["behind a link out of the folder", "paths/balance.yaml", "../link.yaml", "leads out of the folder"],
  ["on another host", "paths/balance.yaml", "https://other.example/schema.json", "the host other.example"],
])("refuses a reference to a file %s", async (_name, item, reference, message) => {
  await write({
    "docs/openapi.yaml": rootOf(item),
    "docs/paths/balance.yaml": pathItem(reference),
    "secret.yaml": "type: object\n",
  });
  await symlink(join(folder, "secret.yaml"), join(folder, "docs/link.yaml"));
  await expect(takeInFile()).rejects.toThrow(message);
});

it("asks another host for nothing unless it is allowed by name", async () => {
  await using server = await startFaultServer(replyText("type: string\n"));
  await write({
    "docs/openapi.yaml": rootOf("paths/balance.yaml"),
    "docs/paths/balance.yaml": pathItem(`${server.url}/money.yaml`),
  });
  const { host } = new URL(server.url);
  await expect(takeInFile()).rejects.toThrow(`--allow-host ${host}`);
  expect(server.requests).toHaveLength(0);
  const intake = await takeInFile({ allowedHosts: [host] });
  expect(intake?.description["components"]).toEqual({ schemas: { money: { type: "string" } } });
});
