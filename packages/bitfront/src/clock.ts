import { parseHttpDate, type Reply } from "@openbalance/http";

/** This machine's clock, corrected by what a refused request taught about the vendor's. */
export interface Clock {
  now(): number;
  /** Learns the offset from a reply; false when the reply tells no time. */
  learnFrom(reply: Reply): boolean;
}

/** Creates a clock with no offset. */
export function createClock(): Clock {
  let offsetMs = 0;
  return {
    now: () => Date.now() + offsetMs,
    learnFrom({ body, headers, receivedAtMs }) {
      const theirs = responseTime(body) ?? middleOfSecond(parseHttpDate(headers["date"]));
      if (theirs === undefined) return false;
      offsetMs = theirs - receivedAtMs;
      return true;
    },
  };
}

/** The header is cut to whole seconds; of all the times it may stand for, the middle is off by the least. */
function middleOfSecond(startMs: number | undefined): number | undefined {
  return startMs === undefined ? undefined : startMs + 500;
}

function responseTime(body: unknown): number | undefined {
  if (typeof body !== "object" || body === null || !("responseTime" in body)) return undefined;
  const time = body.responseTime;
  return typeof time === "number" && Number.isSafeInteger(time) && time > 0 ? time : undefined;
}
