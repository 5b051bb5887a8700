// Adds up a run and prints it as JSON: `node report.ts <run>`.
import { Redis } from "ioredis";
import { ResultStore } from "./result-store.ts";
import { sumResults } from "./sum-results.ts";

const [run] = process.argv.slice(2);
if (run === undefined) throw new Error("usage: node report.ts <run>");
const connection = new Redis(process.env.REDIS_URL ?? "redis://127.0.0.1:6379");
const { available, errors, ...counts } = await sumResults(new ResultStore(connection, run));
console.log(
  JSON.stringify({ ...counts, available: Object.fromEntries(available), errors: Object.fromEntries(errors) }),
);
connection.disconnect();
