import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import type { DocumentNode } from "@humanwhocodes/momoa";
import * as v from "valibot";
import { errorCode } from "../runtime/error-code.ts";
import { kindOf } from "../runtime/fault.ts";
import { didYouMean } from "../runtime/did-you-mean.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { codeConfigSchema, jsonConfigSchema, knownKeys } from "./config-schema.ts";
import type { OpenbalanceConfig } from "./define-config.ts";
import { isPlain } from "./plain-word.ts";
import { lineInCode, lineInJson, type KeyPath } from "./key-line.ts";

/** A configuration that was checked, and the file and line of what it holds. */
export interface ParsedConfig {
  readonly config: OpenbalanceConfig;
  readonly placeOf: (path: KeyPath) => string;
}

/** Whether a configuration is code, which runs when it is loaded. */
export function isCode(file: string): boolean {
  return /\.[cm]?[jt]s$/.test(extname(file));
}

/** Checks a configuration of this content. Throws `UsageError`, naming file, line and key; never a value. */
export async function parseConfig(file: string, content: Buffer): Promise<ParsedConfig> {
  return isCode(file) ? importConfig(file, content) : parseJsonConfig(file, content);
}

async function parseJsonConfig(file: string, content: Buffer): Promise<ParsedConfig> {
  const { evaluate, parse } = await import("@humanwhocodes/momoa");
  let document: DocumentNode;
  let config: unknown;
  try {
    document = parse(textOf(file, content), { mode: "jsonc", allowTrailingCommas: true });
    config = evaluate(document);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const place = error instanceof Error && "line" in error ? `${file}:${String(error.line)}` : file;
    // The parser's own message quotes what it found there, which may be a secret.
    throw new UsageError(`${place}: this is not JSON; look for a missing quote, comma or bracket`, {
      cause: error,
    });
  }
  return check(config, jsonConfigSchema, file, (path) => lineInJson(document.body, path));
}

/** The text without the byte order mark that some editors put before it. */
function textOf(file: string, content: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch (error) {
    throw new UsageError(`${file}: this is not UTF-8; save it as that`, { cause: error });
  }
}

async function importConfig(file: string, content: Buffer): Promise<ParsedConfig> {
  let module: unknown;
  try {
    module = await import(pathToFileURL(file).href);
  } catch (error) {
    throw new UsageError(importFailure(file, error), { cause: error });
  }
  const config: unknown =
    typeof module === "object" && module !== null && "default" in module ? module.default : undefined;
  if (config === undefined) throw new UsageError(`${file}: the configuration must be the default export`);
  const source = content.toString("utf8");
  return check(config, codeConfigSchema, file, (path) => lineInCode(source, path));
}

function importFailure(file: string, error: unknown): string {
  if (errorCode(error) === "ERR_UNKNOWN_FILE_EXTENSION") {
    return `${file}: TypeScript needs Node 22.18 or newer; write openbalance.config.mjs or .json for this one`;
  }
  const stack = error instanceof Error ? String(error.stack) : "";
  const line = stack.split(`${pathToFileURL(file).href}:`)[1] ?? stack.split(`${file}:`)[1];
  const number = /^\d+/.exec(line ?? "")?.[0];
  return `${file}${number === undefined ? "" : `:${number}`}: it ${describeThrown(error)}`;
}

/** Never the message: a program that looks for a key may say which it found, and the compiler quotes where it stopped. */
function describeThrown(error: unknown): string {
  if (errorCode(error) === "ERR_MODULE_NOT_FOUND") {
    return "imports a module that is not there; is everything installed?";
  }
  const kind = kindOf(error).join(", ");
  return `ends with an error${kind === "" ? "" : ` (${kind})`}; run it with \`node\` to see what it says`;
}

function check(
  config: unknown,
  schema: v.GenericSchema,
  file: string,
  lineOf: (path: KeyPath) => number | undefined,
): ParsedConfig {
  // The schema would let a list through as an object without keys.
  if (Array.isArray(config)) throw new UsageError(`${file}:1: the configuration must be an object`);
  const placeOf = (path: KeyPath): string => {
    const line = lineOf(path);
    return line === undefined ? file : `${file}:${line}`;
  };
  const { success, issues } = v.safeParse(schema, config, { abortPipeEarly: true });
  if (success) {
    // What the schema let through is a configuration; the types of its parts are written out for readers.
    return { config: config as OpenbalanceConfig, placeOf };
  }
  const faults = issues.map((issue) => {
    const path = issue.path?.map(({ key }) => key as string | number) ?? [];
    return `${placeOf(path)}: ${describeIssue(issue, path, config)}`;
  });
  throw new UsageError(faults.join("\n"));
}

function describeIssue(issue: v.BaseIssue<unknown>, path: KeyPath, config: unknown): string {
  const key = formatKey(path);
  if (issue.type === "strict_object" && issue.expected === "never") {
    const name = String(path.at(-1));
    if (!isPlain(name))
      return `a key of ${formatKey(path.slice(0, -1))} is not known, nor shown: it may be a secret`;
    return `${key} is not known${didYouMean(name, knownKeys(config, path))}`;
  }
  const isMissing = issue.received === "undefined" && issue.input === undefined && path.length > 0;
  return isMissing ? `${key} is missing` : `${key} ${issue.message}`;
}

function formatKey(path: KeyPath): string {
  const text = path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");
  return text === "" ? "the configuration" : text;
}
