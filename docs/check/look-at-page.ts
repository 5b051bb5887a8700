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

/** Opens a page in the given view; gives its content and what is wrong with it. */
export async function lookAtPage(
  browser: Browser,
  address: string,
  view: View,
): Promise<{ readonly content: PageContent; readonly faults: readonly string[] }> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.colorScheme,
  });
  try {
    const page = await context.newPage();
    // A machine that is busy is no fault of the page.
    page.setDefaultTimeout(120_000);
    const faults: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(new URL(address).origin)) faults.push(`asks ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
    });
    page.on("pageerror", (error) => faults.push(`throws ${error.message}`));
    await page.goto(address, { waitUntil: "networkidle" });
    // The last thing that the theme names; until then the page is not as a reader has it.
    await page.waitForSelector('.VPSwitchAppearance:not([title=""])', { state: "attached" });
    faults.push(...(await findOverflow(page)), ...(await findViolations(page)));
    return { content: await contentOf(page), faults };
  } finally {
    await context.close();
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
