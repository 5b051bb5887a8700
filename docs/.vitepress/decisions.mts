import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../decisions/", import.meta.url);

/** The decision records by number, under their own headings. */
export function listDecisions(): { text: string; link: string }[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.md$/.test(name))
    .toSorted()
    .map((name) => {
      const heading = /^# (.+)$/m.exec(readFileSync(new URL(name, folder), "utf8"))?.[1];
      return { text: heading ?? name, link: `/decisions/${name.replace(/\.md$/, "")}` };
    });
}
