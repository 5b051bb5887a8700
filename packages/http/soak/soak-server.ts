import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A server that plays the plan of every call, by the number in its path. */
export interface SoakServer {
  readonly url: string;
  /** Waits until idle connections are gone, counts, and stops. */
  finish(): Promise<{ readonly requests: number; readonly socketsLeft: number }>;
}

export async function startSoakServer(seed: number): Promise<SoakServer> {
  const child = fork(fileURLToPath(new URL("server-process.ts", import.meta.url)), [String(seed)]);
  const [url] = (await once(child, "message")) as [string];
  return {
    url,
    async finish() {
      child.send("finish");
      const [counts] = (await once(child, "message")) as [{ requests: number; socketsLeft: number }];
      await once(child, "exit");
      return counts;
    },
  };
}
