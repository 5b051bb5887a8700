import type { BalanceAccount } from "@openbalance/normalize";
import type { SettingValues, VendorSetting, VendorVariables } from "../runtime/environment.ts";

/** What a vendor's file in `built-in` says of it; what it leaves out has the usual value. */
export interface VendorEntry
  extends
    Pick<VendorVariables, "title" | "api" | "settings" | "demo">,
    Partial<
      Pick<
        VendorVariables,
        "links" | "needs" | "shortestIntervalMs" | "refusedHint" | "measureClock" | "balanceCall"
      >
    > {
  /** Which options one of them stands in for, once it is set: `{ accessToken: ["apiKey"] }`. Absent: none. */
  readonly inPlaceOf?: (values: SettingValues) => Readonly<Record<string, readonly string[]>>;
}

/** The same with what the packages of the vendor hold, as the generated list has it. */
export interface BuiltIn extends VendorEntry, Pick<VendorVariables, "capabilities" | "fields"> {
  readonly account: (options: never) => BalanceAccount;
}

/** A key, a token or a password. */
export function secret(option: string, variable: string, brief: string): VendorSetting {
  return { option, variable, kind: "secret", brief };
}

/** What is no secret. */
export function setting(option: string, variable: string, brief: string): VendorSetting {
  return { option, variable, kind: "setting", brief };
}

/** What takes one of a few words, said before what they are about. */
export function choice(
  option: string,
  variable: string,
  words: readonly string[],
  brief: string,
): VendorSetting {
  return { ...setting(option, variable, `${words.join(" or ")}: ${brief}`), words };
}

/** What is true or false; without it the account does as it does by default. */
export function flag(option: string, variable: string, brief: string): VendorSetting {
  return { option, variable, kind: "flag", brief };
}

/** Another address of the API, which every vendor's account takes. */
export function address(variable: string, brief = "address of the API", option = "baseUrl"): VendorSetting {
  return { option, variable, kind: "address", brief };
}
