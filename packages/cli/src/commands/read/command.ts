import { buildCommand, type Command } from "@stricli/core";
import { accountFlags } from "../../accounts/account-flags.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { loadRun, switchFlag } from "../../runtime/define-command.ts";
import { describeCommand } from "../../runtime/help-text.ts";
import type { ReadFlags } from "./run-read.ts";

export const readCommand: Command<CliContext> = buildCommand<ReadFlags, [], CliContext>({
  loader: loadRun(async () => (await import("./run-read.ts")).runRead),
  parameters: {
    flags: {
      ...accountFlags,
      json: switchFlag("One JSON document (balance-report/1), nothing else"),
      csv: switchFlag("Comma-separated values, one record a balance"),
      sum: switchFlag("Adds what all accounts hold of each asset"),
      record: switchFlag("Keeps the reading for `openbalance history`"),
      locale: {
        kind: "parsed",
        parse: String,
        brief: "Writes amounts as a language does, such as de or en-IN",
        placeholder: "tag",
        optional: true,
      },
    },
  },
  docs: {
    brief: "Reads what is left (what openbalance does without a command)",
    fullDescription: describeCommand(
      "Reads every account at once and shows one line for every balance. An amount that a vendor does not state stays empty; it is not zero.",
      [
        ["openbalance read --vendor telnyx,bitfront", "only these two"],
        ["openbalance read --json | jq '.results[].snapshot.balances'", "for programs"],
        ["openbalance read --sum --locale de", "with a sum for every asset, in German"],
        ["openbalance read --record", "and keeps the reading for `openbalance history`"],
      ],
    ),
  },
});
