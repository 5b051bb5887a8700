import { codeLines, factLines, namedLines, parseSource } from "./code-lines.ts";

/** The most lines that a vendor may cost which is added by the recipe of CONTRIBUTING.md. */
export const mostLines = 132;

/** Vendors that need more, with what they have and why. docs/decisions/0090 says what was tried. */
export const exceptions: Readonly<Record<string, { readonly most: number; readonly reason: string }>> = {
  bitfront: { most: 261, reason: "signs every request by a clock that it keeps in step; 25 error codes" },
  bytenite: { most: 336, reason: "exchanges a key for tokens that all calls share, and renews them" },
  deepgram: { most: 156, reason: "adds up parts by their unit, and joins a second call for when they end" },
  elevenlabs: { most: 161, reason: "counts an allowance and money, and leaves out what counts voices" },
  flexprice: { most: 231, reason: "counts a wallet in money and in credits, each by the wallet's state" },
  glyphrun: { most: 165, reason: "documents three shapes of its reply, with single holds" },
  moonshot: { most: 165, reason: "its host decides the currency; its envelope has flags of its own" },
  openrouter: { most: 221, reason: "reads an account or a key, and asks what kind of key it has first" },
  stripe: {
    most: 219,
    reason: "lists several currencies in three pots, in minor units of its own, test money among them",
  },
};

export interface VendorLines {
  readonly vendor: string;
  /** Lines of code in the vendor's own package. */
  readonly client: number;
  /** Lines of code in its own files of normalize: the decoder first of all. */
  readonly decoder: number;
  /** Lines of code in its own files of the command line, but for what people read and the demo sends. */
  readonly entry: number;
  /** Lines of code that name the vendor in files of all vendors. There are to be none. */
  readonly elsewhere: number;
  readonly total: number;
}

/**
 * Counts what people write of a vendor: lines of code in the TypeScript below `src` of the packages. Blank lines,
 * comments and what is generated do not count.
 */
export function countVendorLines(vendor: string, sources: ReadonlyMap<string, string>): VendorLines {
  const counts = { client: 0, decoder: 0, entry: 0, elsewhere: 0 };
  const name = nameIn(vendor);
  for (const [file, text] of sources) {
    if (!isWritten(file)) continue;
    const isOwn = file.split(/[/.]/).some((part) => part === vendor || part.startsWith(`${vendor}-`));
    if (file.startsWith(`packages/${vendor}/`)) counts.client += linesOfCode(file, text);
    else if (isOwn && file.startsWith("packages/cli/")) counts.entry += linesOfCode(file, text);
    else if (isOwn) counts.decoder += linesOfCode(file, text);
    else if (name.test(text)) counts.elsewhere += linesAbout(vendor, file, text);
  }
  const { client, decoder, entry, elsewhere } = counts;
  return { vendor, ...counts, total: client + decoder + entry + elsewhere };
}

/** Why a vendor has too many lines; undefined when it has not. */
export function tooManyLines({ vendor, total }: VendorLines): string | undefined {
  const most = exceptions[vendor]?.most ?? mostLines;
  return total <= most ? undefined : `${vendor}: ${total} lines are written by hand, ${most} are allowed`;
}

function isWritten(file: string): boolean {
  return /^packages\/[\w-]+\/src\/.*\.ts$/.test(file) && !file.includes("/generated/");
}

function linesOfCode(file: string, text: string): number {
  const source = parseSource(file, text);
  const facts = factLines(source);
  return [...codeLines(source)].filter((line) => !facts.has(line)).length;
}

function linesAbout(vendor: string, file: string, text: string): number {
  const source = parseSource(file, text);
  const about = namedLines(source, nameIn(vendor));
  return [...codeLines(source)].filter((line) => about.has(line)).length;
}

/** `acme-pay` as text, `acmePay`, `AcmePay` and `ACME_PAY`, also at the beginning of a longer name. */
function nameIn(vendor: string): RegExp {
  const pascal = vendor.replaceAll(/(^|-)([a-z0-9])/g, (_whole, _hyphen, letter: string) =>
    letter.toUpperCase(),
  );
  const camel = `${pascal.charAt(0).toLowerCase()}${pascal.slice(1)}`;
  const upper = vendor.toUpperCase().replaceAll("-", "_");
  return new RegExp(
    `(?<![a-z])${camel}(?![a-z])|${pascal}(?![a-z])|(?<![A-Z])${upper}(?![A-Z])|(?<![\\w-])${vendor}(?![\\w])`,
  );
}
