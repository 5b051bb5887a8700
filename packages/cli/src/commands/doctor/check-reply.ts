import type { BalanceSnapshot, Issue } from "@openbalance/normalize";
import { findDrift, type Drift } from "@openbalance/normalize/drift";
import type { Check } from "./check.ts";
import { describedReply } from "./described-members.ts";

// A reply of a wholly different shape would be told member by member.
const mostDrift = 10;

/** Whether a reply was as the vendor describes it, by what its decoder found odd and by the members that it has. */
export async function checkReply(snapshot: BalanceSnapshot): Promise<Check> {
  const name = "reply";
  const described = await describedReply(snapshot);
  const drift = described === undefined ? [] : findDrift(described.fields, described.operation, snapshot.raw);
  const faults = drift.filter((each) => isFault(each) && !isTold(each, snapshot.issues));
  const found = [
    ...snapshot.issues.map(({ code, path, message }) => `${code}: ${path} ${message}`),
    ...faults.slice(0, mostDrift).map(describeDrift),
    ...(faults.length > mostDrift ? [`${faults.length - mostDrift} more members like these`] : []),
  ];
  if (found.length > 0) return { name, verdict: "warning", detail: found.join("; ") };
  const detail = described === undefined ? "nothing is odd about it" : "as the vendor describes it";
  return { name, verdict: "ok", detail };
}

/** A member that the description lets be absent may be. */
function isFault({ code, presence }: Drift): boolean {
  return code === "unknown_field" || presence === "always";
}

/** Whether the decoder has told of the same place, which it names with its index. */
function isTold({ code, path }: Drift, issues: readonly Issue[]): boolean {
  return issues.some(
    (issue) => issue.code === code && issue.path.replaceAll(/\/\d+(?=\/|$)/g, "/~*") === path,
  );
}

function describeDrift({ code, path }: Drift): string {
  const reason =
    code === "unknown_field"
      ? "is not in the vendor's description"
      : "is always there by the vendor's description";
  return `${code}: ${path} ${reason}`;
}
