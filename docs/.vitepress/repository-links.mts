import { statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { MarkdownRenderer } from "vitepress";

export const repository = "https://github.com/openbalance/openbalance";

/** Points links to files outside of `docs/`, which work in the repository, to the repository from the site. */
export function linkToRepository(md: MarkdownRenderer, configFolder: string): void {
  const site = dirname(configFolder);
  const root = dirname(site);
  md.core.ruler.push("repository-links", ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.attrGet("href");
      if (token.type !== "link_open" || href === null || !href.startsWith("../")) continue;
      const target = resolve(dirname(String(env.path)), href.replace(/#.*$/, ""));
      if (!relative(site, target).startsWith("..")) continue;
      const kind = statSync(target).isDirectory() ? "tree" : "blob";
      token.attrSet(
        "href",
        `${repository}/${kind}/main/${relative(root, target)}${/#.*$/.exec(href)?.[0] ?? ""}`,
      );
    }
  });
}
