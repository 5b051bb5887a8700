import type { Probe } from "./probe.ts";
import { exactDigits, htmlWith200, hugeReply, prototypeKeys, truncatedJson } from "./probes/body.ts";
import { climbingId, keyInInspect, noKey, redirectElsewhere } from "./probes/credential.ts";
import { stalledBody, stalledBodyUnderCollection } from "./probes/deadline.ts";
import { listenersLeft } from "./probes/listeners.ts";
import { abortWhileWaiting, askedToWaitAnHour, resetThenOk } from "./probes/retry.ts";

/** In the order of the rows. */
export const probes: readonly Probe[] = [
  stalledBody,
  stalledBodyUnderCollection,
  askedToWaitAnHour,
  abortWhileWaiting,
  resetThenOk,
  htmlWith200,
  truncatedJson,
  exactDigits,
  hugeReply,
  prototypeKeys,
  noKey,
  keyInInspect,
  redirectElsewhere,
  climbingId,
  listenersLeft,
];
