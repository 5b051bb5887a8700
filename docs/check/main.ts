// Looks at every page of the built site in a browser: axe, dead links and anchors, requests to other hosts, and
// anything wider than the window, on a desktop in light and on a phone in dark.
import { startBrowser } from "./browser.ts";
import { findDeadLinks } from "./find-dead-links.ts";
import { lookAtPage, openTab, type PageContent, type View } from "./look-at-page.ts";
import { listPages } from "./page-list.ts";
import { serveSite } from "./serve-site.ts";

const views: readonly View[] = [
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
];

const pages = await listPages();
const contents = new Map<string, PageContent>();
const faults: string[] = [];
{
  await using server = await serveSite();
  await using browser = await startBrowser();
  const lookAtAll = async (view: View): Promise<void> => {
    const tab = await openTab(browser, view);
    for (const path of pages) {
      const seen = await lookAtPage(tab, `${server.url}${path}`);
      contents.set(path, seen.content);
      for (const fault of seen.faults) faults.push(`${path} (${view.width}, ${view.colorScheme}): ${fault}`);
    }
  };
  await Promise.all(views.map(lookAtAll));
  for (const fault of findDeadLinks(contents, server.url)) faults.push(fault);
}
for (const fault of faults) console.error(fault);
console.log(`${pages.length} pages in ${views.length} views, ${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;
