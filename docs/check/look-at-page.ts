import axeCore from "axe-core";
import type { Browser, Page } from "playwright-core";

/** How a page is looked at. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
}

/** What a page holds. */
export interface PageContent {
  readonly ids: ReadonlySet<string>;
  /** As they stand in the page, resolved. */
  readonly links: readonly string[];
}

/** Opens a tab in the given view. */
export async function openTab(browser: Browser, view: View): Promise<Page> {
  const { width, height, colorScheme } = view;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  // A machine that is busy is no fault of a page.
  page.setDefaultTimeout(300_000);
  return page;
}

/** Goes to an address; gives what the page holds and what is wrong with it. */
export async function lookAtPage(
  page: Page,
  address: string,
): Promise<{ readonly content: PageContent; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  const { origin } = new URL(address);
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) faults.push(`asks ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
  });
  page.on("pageerror", (error) => faults.push(`throws ${error.message}`));
  try {
    await page.goto(address);
    // The last thing that the theme names; until then the page is not as a reader has it.
    await page.waitForSelector('.VPSwitchAppearance:not([title=""])', { state: "attached" });
    const found = [...(await findOverflow(page)), ...(await findViolations(page))];
    return { content: await contentOf(page), faults: [...faults, ...found] };
  } finally {
    for (const event of ["request", "response", "pageerror"] as const) page.removeAllListeners(event);
  }
}

async function findOverflow(page: Page): Promise<readonly string[]> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  return (content ?? 0) > (window ?? 0) ? [`is ${content} pixels wide in a window of ${window}`] : [];
}

/** What axe finds, in all of its rules. */
async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeCore.source);
  const violations = await page.evaluate(async () => {
    const { violations: found } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return found.map(({ id, impact, nodes }) => ({
      id,
      impact,
      targets: nodes.map(({ target }) => target.join(" ")),
    }));
  });
  return violations.map(({ id, impact, targets }) => {
    return `axe ${id} (${impact}), ${targets.length} times: ${targets.slice(0, 3).join(", ")}`;
  });
}

async function contentOf(page: Page): Promise<PageContent> {
  const { ids, links } = await page.evaluate(() => ({
    ids: Array.from(document.querySelectorAll("[id]"), ({ id }) => id),
    links: Array.from(document.querySelectorAll("a[href]"), (link) => (link as HTMLAnchorElement).href),
  }));
  return { ids: new Set(ids), links };
}

declare global {
  // axe puts itself there when its source runs in a page.
  var axe: typeof axeCore;
}
