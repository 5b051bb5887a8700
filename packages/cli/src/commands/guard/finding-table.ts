import type { Verdict } from "@openbalance/normalize";
import type { Style } from "../../output/style.ts";
import { rowName } from "../../output/row-name.ts";
import { formatTable, type Cell, type Column } from "../../output/table.ts";
import type { Finding } from "../../thresholds/judge.ts";

const columns: readonly Column[] = [
  { title: "VERDICT", align: "left" },
  { title: "VENDOR", align: "left" },
  { title: "ACCOUNT", align: "left" },
  { title: "ASSET", align: "left" },
  { title: "FIELD", align: "left" },
  { title: "AMOUNT", align: "decimal" },
  { title: "THRESHOLD", align: "decimal" },
  { title: "NOTES", align: "left" },
];

const formats: Readonly<Record<Verdict, Cell["format"]>> = {
  fine: "green",
  below: "red",
  refused: "red",
  unknown: "yellow",
};

/** One line for every threshold and account. */
export function formatFindings(findings: readonly Finding[], style: Style): string {
  return formatTable(columns, findings.map(cellsOf), style);
}

function cellsOf(finding: Finding): Cell[] {
  const { threshold, vendor, account, verdict, asset, amount, message, includesCredit } = finding;
  const notes = [
    ...(includesCredit === true ? ["credit included"] : []),
    ...(message === undefined ? [] : [message]),
  ];
  return [
    { text: verdict.toUpperCase(), format: formats[verdict] },
    { text: vendor },
    { text: account },
    { text: rowName(asset?.code ?? asset?.id ?? threshold.asset ?? "", threshold.pool) },
    { text: finding.field ?? threshold.field },
    { text: amount ?? "" },
    { text: threshold.amount },
    { text: notes.join("; ") },
  ];
}
