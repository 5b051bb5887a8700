import { posix } from "node:path";
import { marked } from "marked";

/** What the check of links looks at. */
export interface MarkdownTree {
  /** Every file of the project. */
  readonly files: readonly string[];
  readText(file: string): string;
}

/** Links of a Markdown file that lead nowhere in the project. Links to other hosts are not followed. */
export function findDeadLinks(file: string, tree: MarkdownTree): readonly string[] {
  return linksOf(tree.readText(file)).flatMap((href) => {
    if (/^[a-z][a-z+.-]*:/i.test(href)) return [];
    const fault = faultOf(file, href, tree);
    return fault === undefined ? [] : [`${file}: ${href} ${fault}`];
  });
}

function faultOf(file: string, href: string, { files, readText }: MarkdownTree): string | undefined {
  if (href.startsWith("/")) return "is absolute; in the repository only relative links work";
  const [path = "", anchor] = href.split("#");
  const target = path === "" ? file : posix.join(posix.dirname(file), decodeURI(path)).replace(/\/$/, "");
  const isFolder = files.some((name) => name.startsWith(`${target}/`));
  if (!isFolder && !files.includes(target)) return "does not exist";
  if (anchor === undefined || anchor === "") return undefined;
  if (!target.endsWith(".md")) return /^L\d+(-L\d+)?$/.test(anchor) ? undefined : "is no heading";
  return anchorsOf(readText(target)).has(anchor) ? undefined : "is no heading of that page";
}

function linksOf(markdown: string): readonly string[] {
  const links: string[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === "link" || token.type === "image") links.push(String(token["href"]));
  });
  return links;
}

/** The anchors of the headings, as GitHub makes them. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const token of marked.lexer(markdown)) {
    if (token.type !== "heading") continue;
    const text = String(token["text"]).replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    const anchor = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-");
    let unique = anchor;
    for (let again = 1; anchors.has(unique); again += 1) unique = `${anchor}-${again}`;
    anchors.add(unique);
  }
  return anchors;
}
