import { buildCommand, type Command } from "@stricli/core";
import { accountFlags } from "../../accounts/account-flags.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { loadRun, switchFlag } from "../../runtime/define-command.ts";
import { durationFlag } from "../../runtime/duration.ts";
import { describeCommand } from "../../runtime/help-text.ts";
import { UsageError } from "../../runtime/usage-error.ts";
import type { ServeFlags } from "./run-serve.ts";

export const serveCommand: Command<CliContext> = buildCommand<ServeFlags, [], CliContext>({
  loader: loadRun(async () => (await import("./run-serve.ts")).runServe),
  parameters: {
    flags: {
      host: {
        kind: "parsed",
        parse: String,
        brief: "Address to listen on. Anyone who can reach it can read the balances",
        placeholder: "address",
        default: "127.0.0.1",
      },
      port: {
        kind: "parsed",
        parse: portFlag,
        brief: "Port to listen on; 0 takes a free one",
        default: "9780",
      },
      every: {
        kind: "parsed",
        parse: durationFlag,
        brief: "How long a reading serves (1m unless given); never less than the vendor's limit allows",
        placeholder: "duration",
        optional: true,
      },
      below: {
        kind: "parsed",
        parse: String,
        brief: "vendor[/account][:asset[@pool][:field]]=amount, exported for alert rules; again for more",
        placeholder: "threshold",
        optional: true,
        variadic: true,
      },
      record: switchFlag("Keeps every reading for `openbalance history`"),
      ...accountFlags,
    },
  },
  docs: {
    brief: "Serves the balances to Prometheus",
    fullDescription: describeCommand(
      "Answers /metrics in the text format of Prometheus and /healthz. Vendors are read when somebody asks and the last reading is old. A balance that could not be read is absent, never 0, and its openbalance_up is 0. Alert rules and a Grafana dashboard are in the folder monitoring of this package.",
      [
        ["openbalance serve", "http://127.0.0.1:9780/metrics"],
        ["openbalance serve --below telnyx=20", "with a threshold that the alert rules look at"],
        [
          "openbalance serve --host 0.0.0.0 --port 9000",
          "for a container, behind something that says who may ask",
        ],
      ],
    ),
  },
});

function portFlag(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(`"${text}" is no port; write a number from 0 to 65535`);
  return port;
}
