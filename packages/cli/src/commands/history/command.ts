import { buildCommand, type Command } from "@stricli/core";
import { accountFlags } from "../../accounts/account-flags.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { loadRun, switchFlag } from "../../runtime/define-command.ts";
import { durationFlag } from "../../runtime/duration.ts";
import { describeCommand } from "../../runtime/help-text.ts";
import type { HistoryFlags } from "./run-history.ts";

export const historyCommand: Command<CliContext> = buildCommand<HistoryFlags, [], CliContext>({
  loader: loadRun(async () => (await import("./run-history.ts")).runHistory),
  parameters: {
    flags: {
      vendor: accountFlags.vendor,
      account: accountFlags.account,
      config: accountFlags.config,
      since: {
        kind: "parsed",
        parse: durationFlag,
        brief: "How far back to look",
        placeholder: "duration",
        default: "30d",
      },
      html: {
        kind: "parsed",
        parse: String,
        brief: "Writes a page with charts into a file; - is stdout",
        placeholder: "file",
        optional: true,
      },
      json: switchFlag("One JSON document (balance-history/1), nothing else"),
      forget: {
        kind: "parsed",
        parse: durationFlag,
        brief: "Deletes the months that ended longer ago than this, and does nothing else",
        placeholder: "duration",
        optional: true,
      },
    },
  },
  docs: {
    brief: "How fast balances go down and how long they last, from the readings that were kept",
    fullDescription: describeCommand(
      "Shows what was kept with --record, and reads no vendor. What is urgent comes first: a balance below its threshold, then the one that ends soonest. What was spent is exact; how much that is a day, how long the rest lasts and when it ends are estimates. Times in which a balance was topped up do not count. Readings are kept in OPENBALANCE_STATE_DIR, or in the user's state folder.",
      [
        ["openbalance read --record", "keeps a reading; once an hour from cron is plenty"],
        ["openbalance history --since 7d", "the last week"],
        ["openbalance history --html balances.html", "a page with charts that needs no network"],
        ["openbalance history --forget 400d", "deletes what is older"],
      ],
    ),
  },
});
