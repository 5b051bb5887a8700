import { configError, describeProblem, isBalanceError, ownOptions, wordlessCause } from "@openbalance/http";
import { checkRef, type BalanceAccount } from "../model/account.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { checkBalances } from "./check-balances.ts";
import { endpointReader, type EndpointOptions } from "./endpoint-reader.ts";
import { refuseUnknownNames } from "../model/check-options.ts";
import { requestReader, type RequestOptions } from "./request-reader.ts";
import {
  checkDefinition,
  type EndpointDefinition,
  type RequestDefinition,
  type VendorBasics,
} from "./vendor-definition.ts";
import { openReply, type SnapshotContent, type VendorReply } from "../decode/vendor-reply.ts";

/** What stands for a vendor that was defined. */
export interface DefinedVendor<Vendor extends string, Options> {
  readonly vendor: Vendor;
  /** An account, to be read with `readBalance`. Throws `config` for an option that is wrong. */
  readonly account: (options: Options) => BalanceAccount<BalanceSnapshot<Vendor>>;
  /** Decodes a reply that the caller already holds, or throws a `BalanceError`. Pure. */
  readonly decodeBalance: (
    reply: VendorReply,
    options?: { readonly ref?: string },
  ) => BalanceSnapshot<Vendor>;
}

/**
 * Adds a vendor that this package does not know, for use with `readBalance` and all that goes with it.
 * Throws `config` for a definition that is wrong.
 */
export function defineVendor<
  const Vendor extends string,
  const Path extends string,
  const CredentialName extends string,
>(
  definition: EndpointDefinition<Vendor, Path, CredentialName>,
): DefinedVendor<Vendor, EndpointOptions<Path, CredentialName>>;
export function defineVendor<const Vendor extends string, Options extends object>(
  definition: RequestDefinition<Vendor, Options>,
): DefinedVendor<Vendor, RequestOptions<Options>>;
export function defineVendor(
  definition: EndpointDefinition<string, string, string> | RequestDefinition<string, object>,
): DefinedVendor<string, never> {
  checkDefinition(definition);
  const { vendor } = definition;
  const decodeBalance = decoderOf(definition);
  return {
    vendor,
    decodeBalance,
    account(options: Readonly<Record<string, unknown>>) {
      if (typeof options !== "object" || options === null) {
        throw configError(vendor, "the options must be an object");
      }
      const { ref = vendor, ...others } = ownOptions(options);
      checkRef(vendor, ref);
      const { rate, readReply } =
        "request" in definition ? requestReader(definition, others) : endpointReader(definition, others);
      return {
        vendor,
        ref,
        ...(rate && { rate }),
        async read(signal) {
          const { status, headers, text } = await readReply(signal);
          const fetchedAt = new Date().toISOString();
          return decodeBalance({ status, text, fetchedAt, ...(headers && { headers }) }, { ref });
        },
      };
    },
  };
}

function decoderOf(definition: VendorBasics<string>): DefinedVendor<string, never>["decodeBalance"] {
  const { vendor, decode, readProblem = ({ status }) => describeProblem(status, {}) } = definition;
  return (reply, options = {}) => {
    const { ref } = refuseUnknownNames("options", options, ["ref"]);
    if (ref !== undefined) checkRef(vendor, ref);
    const { root, badResponse, snapshot } = openReply(vendor, reply, readProblem);
    let content: SnapshotContent;
    try {
      content = decode({ root, badResponse });
    } catch (error) {
      if (isBalanceError(error)) throw error;
      throw badResponse("`decode` threw on this reply", wordlessCause(error));
    }
    checkBalances(vendor, content);
    return snapshot(vendor, options, content);
  };
}
