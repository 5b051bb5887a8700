// Reads with the official clients, which have a file each in `vendors`, and writes what they gave, a JSON line a job:
// `read-official.mjs <file with a JSON list of { vendor, url }>`.
import { readFile } from "node:fs/promises";

for (const { vendor, url } of JSON.parse(await readFile(process.argv[2], "utf8"))) {
  const { read } = await import(`./vendors/${vendor}.mjs`);
  console.log(JSON.stringify(await outcome(() => read(url))));
}

async function outcome(read) {
  try {
    return { data: await read() };
  } catch (error) {
    return { status: error.status ?? error.statusCode ?? error.response?.status };
  }
}
