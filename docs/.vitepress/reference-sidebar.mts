import { existsSync, readFileSync } from "node:fs";
import type { DefaultTheme } from "vitepress";

const file = new URL("../reference/typedoc-sidebar.json", import.meta.url);

/** What TypeDoc wrote; nothing before it has run. */
export function referenceSidebar(): DefaultTheme.SidebarItem[] {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}
