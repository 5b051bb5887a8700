import { buildCommand, type Command } from "@stricli/core";
import type { CliContext } from "../../runtime/command-context.ts";
import { loadRun, switchFlag } from "../../runtime/define-command.ts";
import { describeCommand } from "../../runtime/help-text.ts";
import type { TrustFlags } from "./run-trust.ts";

export const trustCommand: Command<CliContext> = buildCommand<TrustFlags, [], CliContext>({
  loader: loadRun(async () => (await import("./run-trust.ts")).runTrust),
  parameters: {
    flags: { revoke: switchFlag("Takes it back") },
  },
  docs: {
    brief: "Lets the configuration of the working directory run programs and name addresses",
    fullDescription: describeCommand(
      "A configuration that is found in the working directory may have been written by anyone. Until you trust it, it runs no program, is no program itself, and names no address that secrets or balances are sent to. The trust is in this content at this place: a file that changes is not trusted any more. One in your own configuration folder, or named with --config or OPENBALANCE_CONFIG, needs none.",
      [
        ["openbalance trust", "once you have looked at openbalance.config.json"],
        ["openbalance trust --revoke", "takes it back"],
      ],
    ),
  },
});
