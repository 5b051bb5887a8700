import { pathToFileURL } from "node:url";
import { applyOverlay } from "@openbalance/specs/apply-overlay";
import type { OpenApiDocument } from "@openbalance/specs";
import type { Tree } from "@openbalance/specs/read-document";
import { findExamples } from "../../intake/find-examples.ts";
import { parseTree } from "../../intake/parse-tree.ts";
import { defaultLimits, type SourceText } from "../../intake/read-source.ts";
import { takeIn, type Intake, type IntakeOptions } from "../../intake/take-in.ts";
import { formatOverlay } from "../../scaffold/spec-files.ts";

export const intakeOptions: IntakeOptions = {
  operations: [],
  errors: "kept",
  wording: "ours",
  limits: defaultLimits,
  allowedHosts: [],
};

/** A small description of a made-up vendor, with what a test changes in it. */
export function acme(
  changes: { operation?: Tree; schemas?: Tree; root?: Tree; components?: Tree } = {},
): Tree {
  const balance = { type: "object", properties: { amount: { type: "string" } } };
  return {
    openapi: "3.1.0",
    info: { title: "Acme", version: "1" },
    servers: [{ url: "https://api.acme.example/v1" }],
    security: [{ key: [] }],
    paths: {
      "/balance": {
        get: {
          operationId: "getBalance",
          responses: {
            "200": {
              description: "Yes.",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Balance" } } },
            },
          },
          ...changes.operation,
        },
      },
      "/elsewhere": { post: { operationId: "post", responses: { "204": { description: "Done." } } } },
    },
    components: {
      schemas: { Balance: balance, Unreached: { type: "string" }, ...changes.schemas },
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Acme-Key" },
        other: { type: "http", scheme: "basic" },
      },
      ...changes.components,
    },
    ...changes.root,
  };
}

/** Takes a text in as if it had been read from a file or an address. */
export async function takeInText(
  text: string,
  options: Partial<IntakeOptions> = {},
  location: URL = pathToFileURL("/somewhere/acme.yaml"),
): Promise<Intake> {
  const name = location.protocol === "file:" ? (location.pathname.split("/").at(-1) ?? "") : location.href;
  const source: SourceText = { location, name, text, sha256: "" };
  const intake = await takeIn(source, { ...intakeOptions, ...options });
  if (intake === undefined) throw new Error("the text holds no description");
  return intake;
}

export async function takeInAcme(
  changes: Parameters<typeof acme>[0],
  options: Partial<IntakeOptions> = {},
): Promise<Intake> {
  return takeInText(JSON.stringify(acme(changes)), { operations: ["GET /balance"], ...options });
}

/** What is made of an intake once its overlay lies on it. */
export function corrected({ description, findings }: Intake): OpenApiDocument {
  const overlay = parseTree(formatOverlay("Acme", findings, findExamples(description)), "overlay.yaml");
  // `loadSpec` checks the same members before it gives a document this type.
  return applyOverlay(description, overlay, "acme", "overlay.yaml") as OpenApiDocument;
}

export function problems({ findings }: Intake): readonly string[] {
  return findings.map(({ place, problem }) => `${place}: ${problem}`);
}
