#!/usr/bin/env node
import { parseArgs } from "node:util";
import { readReport } from "./read-report.ts";
import { formatReport } from "./report-table.ts";

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const report = await readReport(process.env);
process.stdout.write(values.json ? `${JSON.stringify(report, withoutRaw, 2)}\n` : formatReport(report));
process.exitCode = report.complete ? 0 : 4;

function withoutRaw(key: string, value: unknown): unknown {
  return key === "raw" ? undefined : value;
}
