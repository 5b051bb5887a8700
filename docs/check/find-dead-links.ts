import type { PageContent } from "./look-at-page.ts";

/** Links between pages of the site that lead to no page or to no place on it. */
export function findDeadLinks(pages: ReadonlyMap<string, PageContent>, origin: string): readonly string[] {
  return Array.from(pages).flatMap(([path, { links }]) =>
    [...new Set(links)].flatMap((link) => {
      const url = new URL(link);
      if (url.origin !== origin) return [];
      const target = pages.get(pageOf(url.pathname));
      if (target === undefined) return [`${path}: ${url.pathname} is no page`];
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor === "" || target.ids.has(anchor)) return [];
      return [`${path}: ${url.pathname} has no #${anchor}`];
    }),
  );
}

function pageOf(pathname: string): string {
  const path = decodeURIComponent(pathname);
  return path.endsWith("/") ? `${path}index.html` : path;
}
