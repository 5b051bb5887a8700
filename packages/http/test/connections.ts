import type { Socket } from "node:net";
import type { Fault } from "@openbalance/testing";

/** Remembers the connections on which requests came; the platform may hold idle ones open beside them. */
export interface Connections {
  readonly watch: (fault: Fault) => Fault;
  /** How many of them are open and how many there were. */
  readonly count: () => { readonly open: number; readonly seen: number };
}

export function watchConnections(): Connections {
  const sockets = new Set<Socket>();
  return {
    watch: (fault) => (exchange) => {
      sockets.add(exchange.socket);
      return fault(exchange);
    },
    count: () => ({ open: [...sockets].filter(({ destroyed }) => !destroyed).length, seen: sockets.size }),
  };
}
