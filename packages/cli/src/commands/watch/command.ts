import { buildCommand, type Command } from "@stricli/core";
import { accountFlags } from "../../accounts/account-flags.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { loadRun, switchFlag } from "../../runtime/define-command.ts";
import { durationFlag } from "../../runtime/duration.ts";
import { describeCommand } from "../../runtime/help-text.ts";
import type { WatchFlags } from "./run-watch.ts";

export const watchCommand: Command<CliContext> = buildCommand<WatchFlags, [], CliContext>({
  loader: loadRun(async () => (await import("./run-watch.ts")).runWatch),
  parameters: {
    flags: {
      every: {
        kind: "parsed",
        parse: durationFlag,
        brief: "Time between two readings (5m unless given); never less than the vendor's limit allows",
        placeholder: "duration",
        optional: true,
      },
      below: {
        kind: "parsed",
        parse: String,
        brief: "vendor[/account][:asset[@pool][:field]]=amount; again for more",
        placeholder: "threshold",
        optional: true,
        variadic: true,
      },
      hysteresis: {
        kind: "parsed",
        parse: String,
        brief: "How far above a threshold counts as recovered (5% unless given)",
        placeholder: "percentage",
        optional: true,
      },
      json: switchFlag("One JSON document a line (openbalance-event/1)"),
      record: switchFlag("Keeps every reading for `openbalance history`"),
      ...accountFlags,
    },
  },
  docs: {
    brief: "Reads again and again: a line for every change, a message when a threshold is crossed",
    fullDescription: describeCommand(
      "Reads until it is told to stop, and prints a line for every amount that changed. Crossing a threshold is told once, and once more when the balance has recovered, on stdout and to the webhook in OPENBALANCE_WEBHOOK_URL (or `watch.webhook` of the configuration), in a form that Slack understands. A balance that is not known three times in a row is told too. What has been told survives a restart.",
      [
        ["openbalance watch --below telnyx=20", "every five minutes"],
        ["openbalance watch --every 1h --record", "and keeps what it reads for `openbalance history`"],
        ["openbalance watch --json | jq -c 'select(.event == \"below\")'", "for programs"],
      ],
    ),
  },
});
