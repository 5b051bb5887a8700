import { buildCommand, type Command } from "@stricli/core";
import type { CliContext } from "../../runtime/command-context.ts";
import { loadRun, switchFlag } from "../../runtime/define-command.ts";
import { describeCommand } from "../../runtime/help-text.ts";
import type { VendorsFlags } from "./run-vendors.ts";

export const vendorsCommand: Command<CliContext> = buildCommand<VendorsFlags, [], CliContext>({
  loader: loadRun(async () => (await import("./run-vendors.ts")).runVendors),
  parameters: { flags: { json: switchFlag("One JSON document (balance-vendors/1), nothing else") } },
  docs: {
    brief: "Which vendors are supported, which variables each wants, what each can say",
    fullDescription: describeCommand(
      "Lists the vendors that are built in, the variables that each wants and which of them are set, and what the replies of each can say. It reads no vendor and shows no value.",
      [["openbalance vendors", "what to set"]],
    ),
  },
});
