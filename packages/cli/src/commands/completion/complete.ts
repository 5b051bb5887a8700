import { proposeCompletions, type Application } from "@stricli/core";
import type { CliContext } from "../../runtime/command-context.ts";

/** What may come next, one a line: the word, a tab, what it is. */
export async function completeInputs(
  application: Application<CliContext>,
  inputs: readonly string[],
  context: CliContext,
): Promise<string> {
  const proposals = await proposeCompletions(application, inputs.length === 0 ? [""] : inputs, context);
  return proposals.map(({ completion, brief }) => `${completion}\t${brief}\n`).join("");
}
