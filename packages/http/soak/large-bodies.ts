// Run by measure-memory.ts in a process of its own, so that the server's memory is not counted.
import { createAcmeClient, failureOf } from "../test/acme.ts";

const [urls = "[]", bodies = "0"] = process.argv.slice(2);
const kibibyte = 1024;

/** The most memory this process has ever held, in bytes. */
const peakMemory = (): number => process.resourceUsage().maxRSS * kibibyte;

const clients = (JSON.parse(urls) as readonly string[]).map((baseUrl) => createAcmeClient({ baseUrl }));
const [warmUp, ...refused] = clients;
for (let call = 0; call < 20; call += 1) await warmUp?.GET("/balance");
const before = peakMemory();
const codes: string[] = [];
for (const client of refused) {
  for (let body = 0; body < Number(bodies); body += 1)
    codes.push((await failureOf(client.GET("/balance"))).code);
}
console.log(JSON.stringify({ codes, grownBytes: peakMemory() - before }));
