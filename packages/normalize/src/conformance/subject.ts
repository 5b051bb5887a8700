import { isBalanceError, type BalanceError } from "@openbalance/http";
import type { BalanceSnapshot } from "../model/balance.ts";
import type { VendorCapabilities } from "../model/capabilities.ts";
import { parseExactJson, type ExactJson } from "../decode/exact-json.ts";
import type { VendorReply } from "../decode/vendor-reply.ts";

/** A reply of the vendor that was recorded or written down from its documents. */
export interface ConformanceExample {
  /** Names it in what the suite says. */
  readonly name: string;
  readonly status: number;
  /** The body exactly as the vendor writes it. */
  readonly text: string;
}

/** A vendor to be tested: what `defineVendor` gives has the first two. */
export interface ConformanceSubject {
  readonly vendor: string;
  readonly decodeBalance: (reply: VendorReply, options?: { readonly ref?: string }) => BalanceSnapshot;
  /** Successes and refusals; what none of them shows is not tested. */
  readonly examples: readonly ConformanceExample[];
  readonly capabilities: VendorCapabilities;
}

/** One fact that holds of the decoder, or does not. */
export interface ConformanceCheck {
  readonly title: string;
  /** Throws an Error that names the example, the place and what is wrong there. */
  readonly run: () => void;
}

/** An example that gave a snapshot. */
export interface DecodedExample {
  readonly example: ConformanceExample;
  readonly root: ExactJson;
  readonly snapshot: BalanceSnapshot;
}

export const fetchedAt = "2026-11-22T00:00:00Z";

/** Decodes one reply. What is thrown and is no BalanceError of the vendor is a fault of its own. */
export function decodeText(
  subject: ConformanceSubject,
  reply: { readonly status: number; readonly headers?: Readonly<Record<string, string>> } & (
    | { readonly text: string }
    | { readonly body: unknown }
  ),
): BalanceSnapshot | BalanceError {
  try {
    return subject.decodeBalance({ ...reply, fetchedAt });
  } catch (error) {
    // `config` is no verdict on the reply: it says that what the decoder gave is wrong.
    const isVerdict = isBalanceError(error) && error.vendor === subject.vendor && error.code !== "config";
    if (isVerdict) return error;
    const thrown = isBalanceError(error) ? error.message : "something that is no BalanceError";
    throw new Error(`${subject.vendor}: the decoder threw ${thrown}`, { cause: error });
  }
}

/** Every example that gives a snapshot. */
export function decodedExamples(subject: ConformanceSubject): readonly DecodedExample[] {
  return subject.examples.flatMap((example) => {
    const snapshot = decodeText(subject, example);
    return isBalanceError(snapshot) ? [] : [{ example, root: parseExactJson(example.text).exact, snapshot }];
  });
}

/** Says where and what, and ends the check. */
export function fail(subject: ConformanceSubject, example: ConformanceExample, what: string): never {
  throw new Error(`${subject.vendor}: example "${example.name}": ${what}`);
}
