import { buildCommand, type Command } from "@stricli/core";
import type { CliContext } from "../../runtime/command-context.ts";
import { loadRun } from "../../runtime/define-command.ts";
import { describeCommand } from "../../runtime/help-text.ts";
import { shells } from "./shells.ts";

export const completionCommand: Command<CliContext> = buildCommand<object, [string], CliContext>({
  loader: loadRun<object, [string]>(async () => (await import("./run-completion.ts")).runCompletion),
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [
        {
          parse: String,
          proposeCompletions: (partial) => shells.filter((shell) => shell.startsWith(partial)),
          brief: "bash, zsh or fish",
          placeholder: "shell",
        },
      ],
    },
  },
  docs: {
    brief: "Prints a script that completes commands in bash, zsh or fish",
    fullDescription: describeCommand("Prints a script for a shell. Load it where the shell starts.", [
      ["source <(openbalance completion bash)", "in ~/.bashrc"],
      ["source <(openbalance completion zsh)", "in ~/.zshrc, after compinit"],
      ["openbalance completion fish | source", "in ~/.config/fish/config.fish"],
    ]),
  },
});
