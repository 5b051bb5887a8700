import { describe, expect, it } from "vitest";
import { formatCsv } from "../src/output/csv.ts";
import { safeJson, safeOutput, safeText } from "../src/output/safe-text.ts";
import { escapeHtml } from "../src/commands/history/escape-html.ts";

/** What moves a cursor, sets a title, ends a line, hides or reorders text. */
const unsafe = [
  "\u0000", "\u0007", "\b", "\n", "\r", "\u001b", "\u007f", "\u0085", "\u009b", "\u009d", "\u00ad", "\u061c",
  "\u034f", "\u115f", "\u17b4", "\u180b", "\u180e", "\u200b", "\u200d", "\u200e", "\u2028", "\u2029", "\u202e",
  "\u2060", "\u2065", "\u2066", "\u3164", "\ufe00", "\ufeff", "\uffa0", "\ufff9", "\ud800", "\udfff", "\u{e0001}",
  "\u{e0100}",
]; // prettier-ignore

describe("what a vendor wrote", () => {
  it.each(unsafe)("%j shows as a mark of what is not shown", (character) => {
    expect(safeText(`a${character}b`)).toBe("a\ufffdb");
    expect(escapeHtml(`<${character}>`)).toBe("&lt;\ufffd&gt;");
    expect(formatCsv([[`a${character}b`]])).toBe("a\ufffdb\r\n");
  });

  it.each(unsafe)("%j is an escape in JSON, and the same text to who parses it", (character) => {
    const text = safeJson({ [`a${character}`]: character });
    expect(text).not.toContain(character);
    expect(JSON.parse(text)).toEqual({ [`a${character}`]: character });
  });

  it("stays as it is otherwise, in any script", () => {
    const text = "Größe 残高 баланс \u{1f4b6} \u2764\ufe0f क्ष";
    expect([safeText(text), safeOutput(text, false), JSON.parse(safeJson(text, 2))]).toEqual([
      text,
      text,
      text,
    ]);
  });
});

describe("the last look at the output", () => {
  it("lets our own styles, line ends and the line of progress through, and nothing else", () => {
    const own = "\u001b[31mred\u001b[39m\u001b[1;4mtwo\u001b[0m\n\r\u001b[Kreading\ttab\r\n";
    expect(safeOutput(own, true)).toBe(own);
    expect(safeOutput("\u001b]0;title\u0007\u001b[2J\u001b[1A\u009b31m\rover", true)).toBe(
      "\ufffd]0;title\ufffd\ufffd[2J\ufffd[1A\ufffd31m\ufffdover",
    );
  });

  it("lets no style through where there is none of our own", () => {
    expect(safeOutput("\u001b[8mhidden\u001b[0m\r\u001b[Kover\r\n", false)).toBe(
      "\ufffd[8mhidden\ufffd[0m\ufffd\ufffd[Kover\r\n",
    );
  });
});

describe("a cell of CSV", () => {
  it.each([
    ['=HYPERLINK("https://evil.example")', '"\'=HYPERLINK(""https://evil.example"")"'],
    ["+1", "'+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["-2+3", "'-2+3"],
    ["--5", "'--5"],
    ["\t=1+1", "\ufffd=1+1"],
    [" =1+1", "' =1+1"],
    ["＝1+1", "'＝1+1"],
    ["-5.50", "-5.50"],
    ["400", "400"],
    ["a=b", "a=b"],
  ])("%j is no formula: %s", (text, cell) => {
    expect(formatCsv([[text]])).toBe(`${cell}\r\n`);
  });
});
