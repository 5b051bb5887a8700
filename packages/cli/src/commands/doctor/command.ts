import { buildCommand, type Command } from "@stricli/core";
import { accountFlags } from "../../accounts/account-flags.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { loadRun, switchFlag } from "../../runtime/define-command.ts";
import { describeCommand } from "../../runtime/help-text.ts";
import type { DoctorFlags } from "./run-doctor.ts";

export const doctorCommand: Command<CliContext> = buildCommand<DoctorFlags, [], CliContext>({
  loader: loadRun(async () => (await import("./run-doctor.ts")).runDoctor),
  parameters: {
    flags: {
      json: switchFlag("One JSON document (balance-doctor/1), nothing else"),
      ...accountFlags,
    },
  },
  docs: {
    brief: "Looks at keys, hosts, clocks and replies, and says what is wrong",
    fullDescription: describeCommand(
      "Looks at every account in turn: is its key there and well-formed, does the host answer, is the clock right where the vendor looks at it, does the key see a balance, is the reply as the vendor describes it. It reads every account once, shows no secret, and ends as read does.",
      [
        ["openbalance doctor", "every vendor that is configured"],
        ["openbalance doctor --vendor bitfront", "only this one, its clock included"],
      ],
    ),
  },
});
