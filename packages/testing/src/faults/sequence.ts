import type { Fault } from "../fault.ts";

/** Plays the faults in order, one a request; the last one repeats. */
export function sequence(...faults: readonly Fault[]): Fault {
  let played = 0;
  return (exchange) => {
    const fault = faults[Math.min(played, faults.length - 1)] ?? nothingToPlay;
    played += 1;
    return fault(exchange);
  };
}

/** Plays `first` for the first, third, … request and `second` for the others. */
export function everySecond(first: Fault, second: Fault): Fault {
  let played = 0;
  return (exchange) => {
    played += 1;
    return played % 2 === 1 ? first(exchange) : second(exchange);
  };
}

/** Says in a script that its last fault never ends. */
export function forever(fault: Fault): Fault {
  return fault;
}

const nothingToPlay: Fault = ({ response }) => {
  response.writeHead(500, { "content-type": "text/plain" });
  response.end("the fault server was given nothing to play");
};
