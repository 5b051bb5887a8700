import { vendorVariables } from "@openbalance/cli/vendors";

/** The environment under which the command line reads the mocks at the given addresses. */
export function demoAccounts(urls: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const variables = vendorVariables.flatMap(({ vendor, settings, demo }) =>
    settings.flatMap(({ option, variable }) => {
      const value = /baseUrl$/i.test(option) ? urls[vendor] : demo[option];
      return value === undefined ? [] : [[variable, value] as const];
    }),
  );
  return Object.fromEntries(variables);
}
