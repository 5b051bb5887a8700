import { buildCommand, type Command } from "@stricli/core";
import { accountFlags } from "../../accounts/account-flags.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { loadRun, switchFlag } from "../../runtime/define-command.ts";
import { describeCommand } from "../../runtime/help-text.ts";
import type { GuardFlags } from "./run-guard.ts";

export const guardCommand: Command<CliContext> = buildCommand<GuardFlags, [], CliContext>({
  loader: loadRun(async () => (await import("./run-guard.ts")).runGuard),
  parameters: {
    flags: {
      below: {
        kind: "parsed",
        parse: String,
        brief:
          "vendor[/account][:asset[@pool][:field]]=amount; again for more (field: available unless named)",
        placeholder: "threshold",
        optional: true,
        variadic: true,
      },
      failOpen: switchFlag("Ends with 0 where it would end with 4; refused credentials still end with 3"),
      quiet: switchFlag("Prints only what is not fine"),
      json: switchFlag("One JSON document (balance-guard/1), nothing else"),
      record: switchFlag("Keeps the reading for `openbalance history`"),
      ...accountFlags,
    },
  },
  docs: {
    brief: "Ends with 1 when a balance is below its threshold, for cron and CI",
    fullDescription: describeCommand(
      "Holds balances against thresholds. What is not known (a vendor that does not answer, an amount that is not stated) is never fine: it ends with 4, or with 3 where a credential is the reason. A balance below its threshold comes before both.",
      [
        ["openbalance guard --below telnyx=20", "ends with 1 when Telnyx has less than 20 available"],
        ["openbalance guard --below bitfront:BTC=0.5 --below telnyx/prod:USD:total=0", "several"],
        ["openbalance guard || notify-send 'top up'", "with the thresholds of openbalance.config.json"],
        [
          "*/10 * * * * openbalance guard --quiet --below telnyx=20",
          "in a crontab: mail only when it matters",
        ],
      ],
    ),
  },
});
