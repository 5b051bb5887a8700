// The vendors' own clients beside ours, on the same replies, field by field. Every difference has to be
// explained in docs/official-clients.md, and everything explained there has to be seen.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { replyJson, startFaultServer, startMocks } from "@openbalance/testing";
import { comparedClients } from "./clients/compared-client.ts";
import { differencesOf } from "./clients/differences.ts";
import { documentedDifferences } from "./clients/documented-differences.ts";
import { readOfficial } from "./clients/read-official.ts";
import { readOurs } from "./clients/read-ours.ts";
import { comparedReplies } from "./clients/replies.ts";

const folder = await mkdtemp(join(tmpdir(), "openbalance-clients-"));
try {
  const seen = new Set([...(await onReplies()), ...(await onMocks())]);
  const documented = new Set(await documentedDifferences());
  const unexplained = [...seen].filter((difference) => !documented.has(difference));
  const outdated = [...documented].filter((difference) => !seen.has(difference));
  for (const difference of unexplained)
    console.error(`not explained in docs/official-clients.md: ${difference}`);
  for (const difference of outdated)
    console.error(`explained in docs/official-clients.md, but not seen: ${difference}`);
  if (unexplained.length + outdated.length > 0) process.exitCode = 1;
  else console.log(`official clients: ${seen.size} differences, all explained`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function onReplies(): Promise<readonly string[]> {
  const replies = await comparedReplies();
  const servers = await Promise.all(
    replies.map(({ text, status }) => startFaultServer(replyJson(text, { status }))),
  );
  const jobs = replies.map(({ vendor }, index) => ({ vendor, url: servers[index]?.url ?? "" }));
  const official = await readOfficial(jobs, folder);
  const ours = await Promise.all(jobs.map((job) => readOurs(job)));
  await Promise.all(servers.map((server) => server.close()));
  console.log(`official clients: ${replies.length} replies read by both`);
  return replies.flatMap((reply, index) => {
    const [theirs, own] = [official[index], ours[index]];
    if (theirs === undefined || own === undefined) throw new Error(`${reply.name} was not read by both`);
    return differencesOf(reply, theirs, own);
  });
}

/** The same through the mocks, which check the requests that each client makes. */
async function onMocks(): Promise<readonly string[]> {
  const comparedVendors = [...comparedClients.keys()];
  await using mocks = await startMocks(comparedVendors);
  const jobs = comparedVendors.map((vendor) => ({ vendor, url: mocks.urls[vendor] ?? "" }));
  const official = await readOfficial(jobs, folder);
  const found: string[] = [];
  for (const [index, job] of jobs.entries()) {
    const [theirs, own] = [official[index], await readOurs(job)];
    if (theirs?.data === undefined || own.data === undefined)
      throw new Error(`${job.vendor}: the mock was not read`);
    const reply = { vendor: job.vendor, name: "mock", status: 200, text: JSON.stringify(own.data) };
    for (const difference of differencesOf(reply, theirs, own)) found.push(difference);
  }
  console.log(`official clients: ${comparedVendors.length} mocks read by both`);
  return found;
}
