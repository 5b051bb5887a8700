import { describeProblem, textAt, type Problem, type Reply } from "@openbalance/http";

const wrongAddress =
  "the key may not be used from this address; allow the address in the access control of the key, at Vultr's portal";

/** Reads what is wrong with a reply of Vultr; undefined for a success. */
export function readVultrProblem({ status, body }: Reply): Problem | undefined {
  if (status >= 200 && status < 300) return undefined;
  const message = textAt(body, "error");
  if (message === undefined || !/^unauthorized ip\b/i.test(message)) {
    return describeProblem(status, { message });
  }
  // The key is right. What Vultr says holds the address of the caller, which belongs in no log.
  return { code: "forbidden", retry: "never", reason: wrongAddress };
}
