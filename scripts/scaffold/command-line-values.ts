import { sampleValue } from "./call-parameters.ts";
import type { TemplateValues } from "./expand-template.ts";
import type { VendorName } from "./vendor-name.ts";
import type { VendorFacts } from "./vendor-facts.ts";

const quoted = (text: string): string => JSON.stringify(text);

/** What the command line and its demo have to know of a vendor; `brief` says what its credential is. */
export function commandLineValues({ name, credential, parameters }: VendorFacts, brief = ""): TemplateValues {
  const key = credential === undefined ? [] : [credential.option];
  const options = [...key, ...parameters.map(({ option }) => option)];
  const address = variable(name, "baseUrl");
  const settings = [
    ...key.map((option) => `secret("${option}", "${variable(name, option)}", ${quoted(brief)})`),
    ...parameters.map((each) => {
      return `setting("${each.option}", "${variable(name, each.option)}", ${quoted(`${each.name} in the ${each.in}`)})`;
    }),
    `address("${address}")`,
  ];
  const needs = [...options, "baseUrl"].map((option) => `["${option}"]`).join(", ");
  const values = [
    ...key.map((option) => [option, `demo-${name.vendor}-key`] as const),
    ...parameters.map((each) => [each.option, String(JSON.parse(sampleValue(each)))] as const),
  ];
  const kinds = [
    "address",
    ...(key.length === 0 ? [] : ["secret"]),
    ...(parameters.length === 0 ? [] : ["setting"]),
  ];
  return {
    settingNames: kinds.join(", "),
    settings: settings.join(", "),
    needs,
    demoValues: values.map(([option, value]) => `${option}: ${quoted(value)}`).join(", "),
    quotedTitle: quoted(name.title),
  };
}

/** `walletId` of `acme-pay` becomes `ACME_PAY_WALLET_ID`. */
function variable({ upper }: VendorName, option: string): string {
  return `${upper}_${option.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
