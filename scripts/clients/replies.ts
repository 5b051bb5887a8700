import { loadReplies } from "@openbalance/testing";
import { comparedClients } from "./compared-client.ts";

/** A reply that every client is given, byte for byte. */
export interface ComparedReply {
  readonly vendor: string;
  readonly name: string;
  readonly status: number;
  readonly text: string;
}

/** Every reply that the descriptions of the compared calls know, and some that they do not. */
export async function comparedReplies(): Promise<readonly ComparedReply[]> {
  const replies = await Promise.all(
    Array.from(comparedClients, async ([vendor, { operationId, undocumented = {} }]) => {
      const described = (await loadReplies(vendor)).filter((reply) => reply.operationId === operationId);
      return [
        ...described.map(({ name, status, text }) => ({ vendor, name: name ?? "no-body", status, text })),
        ...Object.entries(undocumented).map(([name, text]) => ({ vendor, name, status: 200, text })),
      ];
    }),
  );
  return replies.flat();
}
