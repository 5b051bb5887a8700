import { balanceScopes, parseDecimal, thresholdFields } from "@openbalance/normalize";
import * as v from "valibot";
import { durationPattern, parseDuration } from "../runtime/duration.ts";
import type { VendorSetting } from "../runtime/environment.ts";
import { vendorVariables } from "./vendor-variables.ts";
import { parsePercentage } from "../runtime/percentage.ts";

const text = v.pipe(v.string("must be a text"), v.nonEmpty("must not be empty"));
const duration = v.pipe(
  v.string("must be a duration as text, such as 30s"),
  v.regex(durationPattern, "must be a number and a unit, such as 30s, 5m or 2h"),
  v.check(
    (value) => parseDuration(value) !== undefined,
    "must be a number and a unit, such as 30s, 5m or 2h",
  ),
);
const amount = v.pipe(
  v.string('must be an amount as text, such as "20" or "0.5", so that no digit is lost'),
  v.regex(/^-?\d+(\.\d+)?$/, 'must be a decimal number, such as "20" or "0.5"'),
  v.check((value) => parseDecimal(value) !== undefined, 'must be a decimal number, such as "20" or "0.5"'),
);
const percentage = v.pipe(
  v.string("must be a percentage as text, such as 5%"),
  v.regex(/^\d+(\.\d+)?%$/, "must be a percentage, such as 5% or 0%"),
  v.check((value) => parsePercentage(value) !== undefined, "must be a percentage, such as 5% or 0%"),
);

const variable = v.strictObject({ env: v.pipe(text, v.description("A variable of the environment")) });
const secretSource = v.union(
  [
    variable,
    v.strictObject({ file: v.pipe(text, v.description("A file that holds the secret alone")) }),
    v.strictObject({
      command: v.pipe(
        v.array(text),
        v.nonEmpty(),
        v.description("A program and its arguments that print the secret"),
      ),
    }),
  ],
  'must say where the secret is, as { "env": … }, { "file": … } or { "command": […] }; a secret itself does not belong here',
);
const textOrVariable = v.union([text, variable], 'must be a text, or { "env": … }');
const values: Readonly<Record<VendorSetting["kind"], v.GenericSchema>> = {
  secret: secretSource,
  setting: textOrVariable,
  address: textOrVariable,
  flag: v.union([v.boolean(), variable], 'must be true or false, or { "env": … }'),
};

function settingEntry({ kind, variable: name, brief }: VendorSetting): v.GenericSchema {
  const rule = kind === "address" ? "; needs a secret beside it" : "";
  return v.optional(v.pipe(values[kind], v.description(`${brief}; ${name} when left out${rule}`)));
}

const vendorEntries = vendorVariables.map(({ vendor, settings }) =>
  v.strictObject({
    vendor: v.literal(vendor, "must be a vendor that is known"),
    ref: v.optional(v.pipe(text, v.description("Your label of the account"))),
    shortestInterval: v.optional(
      v.pipe(duration, v.description("The shortest time between two reads, such as 10s")),
    ),
    ...Object.fromEntries(settings.map((setting) => [setting.option, settingEntry(setting)])),
  }),
);
const builtInEntry = v.variant("vendor", vendorEntries, `must be one of ${vendorNames()}`);

function vendorNames(): string {
  return vendorVariables.map(({ vendor }) => vendor).join(", ");
}

const threshold = v.strictObject({
  vendor: text,
  account: v.optional(v.pipe(text, v.description("Every account of the vendor when left out"))),
  asset: v.optional(v.pipe(text, v.description("Its code (USD) or id (iso4217:USD)"))),
  pool: v.optional(v.pipe(text, v.description("The id of a pool of that asset, such as issuing"))),
  scope: v.optional(
    v.pipe(
      v.picklist(balanceScopes, `must be one of ${balanceScopes.join(", ")}`),
      v.description("Whose balance is meant, where it is not the account's, such as key"),
    ),
  ),
  field: v.optional(
    v.pipe(
      v.picklist(thresholdFields, `must be one of ${thresholdFields.join(", ")}`),
      v.description("left unless named; quota for what is left of an allowance"),
    ),
  ),
  below: v.pipe(amount, v.description('A decimal number as text, such as "20"')),
  recoverAt: v.optional(v.pipe(amount, v.description("From where on it has recovered"))),
});

const watch = v.strictObject(
  {
    every: v.optional(v.pipe(duration, v.description("Time between two readings, such as 5m"))),
    hysteresis: v.optional(
      v.pipe(percentage, v.description("How far above a threshold counts as recovered, such as 5%")),
    ),
    webhook: v.optional(
      v.pipe(secretSource, v.description("Where the address of a Slack-compatible webhook is")),
    ),
  },
  "must be an object",
);

function configSchema(accountEntry: v.GenericSchema): v.GenericSchema {
  return v.strictObject(
    {
      $schema: v.optional(text),
      accounts: v.optional(v.array(accountEntry, "must be a list of accounts")),
      thresholds: v.optional(v.array(threshold, "must be a list of thresholds")),
      watch: v.optional(watch),
    },
    "must be an object",
  );
}

/** What a JSON configuration may hold; the schema for editors is made of it. */
export const jsonConfigSchema: v.GenericSchema = configSchema(builtInEntry);

/** The same for a configuration that is code, which may hold accounts of its own making. */
export const codeConfigSchema: v.GenericSchema = configSchema(
  v.lazy((entry) => (isOwnAccount(entry) ? v.looseObject({}) : builtInEntry)),
);

/** Whether an entry is an account already, as the factories and `defineVendor` give it. */
export function isOwnAccount(entry: unknown): boolean {
  return typeof entry === "object" && entry !== null && "read" in entry && typeof entry.read === "function";
}

/** The keys that may stand where a key is that is not known. */
export function knownKeys(config: unknown, path: readonly (string | number)[]): readonly string[] {
  const [section, index] = path;
  if (path.length === 1) return ["accounts", "thresholds", "watch"];
  if (section === "thresholds") return Object.keys(threshold.entries);
  if (section === "watch") return Object.keys(watch.entries);
  const { accounts } = config as { readonly accounts?: readonly { readonly vendor?: unknown }[] };
  const vendor = typeof index === "number" ? accounts?.[index]?.vendor : undefined;
  const entry = vendorEntries.find(({ entries }) => entries.vendor.literal === vendor);
  return Object.keys(entry?.entries ?? {});
}
