import { escapedText } from "../../output/safe-text.ts";

/** One sample of a metric. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  /** A decimal number as text: it goes out with every digit it has, though Prometheus keeps a double of it. */
  readonly value: string;
}

/** A metric and its samples. https://prometheus.io/docs/instrumenting/exposition_formats/ */
export interface MetricFamily {
  readonly name: string;
  readonly type: "gauge" | "counter";
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** The content type of the text format. */
export const expositionType = "text/plain; version=0.0.4; charset=utf-8";

/** Writes metrics in the text format 0.0.4. A family without samples is left out: absent is not 0. */
export function formatExposition(families: readonly MetricFamily[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, type, help, samples }) => {
      const head = `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n`;
      return head + samples.map((sample) => formatSample(name, sample)).join("");
    })
    .join("");
}

function formatSample(name: string, { labels, value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${name}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${value}\n`;
}

function escapeHelp(text: string): string {
  return text.replaceAll("\\", String.raw`\\`).replaceAll("\n", String.raw`\n`);
}

/** Whoever looks with curl has a terminal too. Escapes keep two labels apart that differ in what is not seen alone. */
function escapeLabel(text: string): string {
  return escapeHelp(text.split("\n").map(escapedText).join("\n")).replaceAll('"', String.raw`\"`);
}
