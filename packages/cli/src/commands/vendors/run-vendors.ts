import type { CliContext } from "../../runtime/command-context.ts";
import type { Environment, VendorSetting, VendorVariables } from "../../runtime/environment.ts";
import { vendorVariables } from "../../config/vendor-variables.ts";
import { exitCodes } from "../../runtime/exit-code.ts";
import { safeJson } from "../../output/safe-text.ts";
import { createStyle } from "../../output/style.ts";
import { formatTable, type Cell, type Column } from "../../output/table.ts";
import { formatCapabilities } from "./capability-table.ts";

export interface VendorsFlags {
  readonly json?: boolean;
}

const columns: readonly Column[] = [
  { title: "VENDOR", align: "left" },
  { title: "VARIABLE", align: "left" },
  { title: "NEEDED", align: "left" },
  { title: "SET", align: "left" },
  { title: "WHAT IT IS", align: "left" },
];

/** Lists the vendors and their variables; never a value. */
export async function runVendors(context: CliContext, flags: VendorsFlags): Promise<number> {
  const { stdout, env } = context.process;
  if (flags.json === true) {
    const vendors = vendorVariables.map((known) => describeVendor(known, context.environment));
    stdout.write(`${safeJson({ schema: "balance-vendors/1", vendors }, 2)}\n`);
    return exitCodes.fine;
  }
  const rows = vendorVariables.flatMap(({ vendor, api, settings, needs }) =>
    settings.map((setting, index): Cell[] => [
      { text: index === 0 ? nameOf(vendor, api) : "" },
      { text: setting.variable },
      { text: describeNeed(setting, needs) },
      isSet(setting, context.environment) ? { text: "yes", format: "green" } : { text: "no" },
      { text: setting.brief },
    ]),
  );
  const style = createStyle(stdout, env);
  stdout.write(`${formatTable(columns, rows, style)}\n${formatCapabilities(vendorVariables, style)}`);
  return exitCodes.fine;
}

function describeVendor(
  { vendor, title, api, links, settings, needs, capabilities }: VendorVariables,
  environment: Environment,
): object {
  return {
    vendor,
    title,
    api,
    links,
    capabilities,
    variables: settings.map((setting) => ({
      name: setting.variable,
      option: setting.option,
      secret: setting.kind === "secret",
      needed: describeNeed(setting, needs),
      set: isSet(setting, environment),
      brief: setting.brief,
    })),
  };
}

/** With what is to be known before its variables are set. */
function nameOf(vendor: string, { status }: VendorVariables["api"]): string {
  return status === "alive" ? vendor : `${vendor} (${status})`;
}

function describeNeed({ option }: VendorSetting, needs: VendorVariables["needs"]): string {
  const group = needs.find((options) => options.includes(option));
  if (group === undefined) return "no";
  return group.length === 1 ? "yes" : "one of them";
}

function isSet({ variable }: VendorSetting, environment: Environment): boolean {
  return Boolean(environment[variable]);
}
