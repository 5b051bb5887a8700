import { safeText } from "../../output/safe-text.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for HTML, in elements and quoted attributes alike. */
export function escapeHtml(text: string): string {
  return safeText(text).replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
