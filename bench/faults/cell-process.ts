// A process of its own for every cell: it may hang or crash, and only its cell says so.
import { setTimeout as delay } from "node:timers/promises";
import { loadSubject, type SubjectName } from "../clients/load-subject.ts";
import { probes } from "./all-probes.ts";
import { watchTimers } from "./pending-timers.ts";

const [row = "", name = "{}", baseUrl = ""] = process.argv.slice(2);
const probe = probes.find((each) => each.name === row);
if (probe === undefined) throw new Error(`there is no probe "${row}"`);
// Before the client is loaded: it may keep the timers that it finds.
watchTimers();
const subject = await loadSubject(JSON.parse(name) as SubjectName);
const outcome = await probe.run(subject, baseUrl);
process.send?.(outcome);
// A rejection that nobody handles ends the process only now.
await delay(100);
process.exit(0);
