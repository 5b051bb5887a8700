export interface ParsedMetric {
  readonly type: string;
  readonly samples: { readonly labels: Readonly<Record<string, string>>; readonly value: string }[];
}

const name = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const helpLine = new RegExp(String.raw`^# HELP (${name}) (?:[^\\]|\\\\|\\n)*$`);
const typeLine = new RegExp(String.raw`^# TYPE (${name}) (counter|gauge)$`);
const number = String.raw`(?:-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|\+Inf)`;
const sampleLine = new RegExp(String.raw`^(${name})(?:\{(.*)\})? (${number})$`);
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(,|$)/y;

/**
 * Reads the text format 0.0.4 as strictly as its definition: a HELP and a TYPE before the samples of each metric, each
 * metric in one piece, no two samples with the same labels, a line end at the end. Throws otherwise.
 * https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function parseExposition(text: string): ReadonlyMap<string, ParsedMetric> {
  if (!text.endsWith("\n")) throw new Error("the last line does not end");
  const metrics = new Map<string, ParsedMetric>();
  let current = "";
  let helped = "";
  const seen = new Set<string>();
  for (const line of text.slice(0, -1).split("\n")) {
    const help = helpLine.exec(line);
    const type = typeLine.exec(line);
    const sample = sampleLine.exec(line);
    if (help !== null) {
      helped = help[1] ?? "";
      if (metrics.has(helped)) throw new Error(`${helped} comes in two pieces`);
    } else if (type !== null) {
      current = type[1] ?? "";
      if (current !== helped) throw new Error(`${current} has no help`);
      metrics.set(current, { type: type[2] ?? "", samples: [] });
    } else if (sample !== null) {
      if (sample[1] !== current) throw new Error(`${line} is not beside its type`);
      const labels = parseLabels(sample[2] ?? "");
      const key = `${current} ${JSON.stringify(
        Object.keys(labels)
          .toSorted()
          .map((each) => [each, labels[each]]),
      )}`;
      if (seen.has(key)) throw new Error(`${line} is there twice`);
      seen.add(key);
      metrics.get(current)?.samples.push({ labels, value: sample[3] ?? "" });
    } else {
      throw new Error(`${line} is no line of the format`);
    }
  }
  return metrics;
}

function parseLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  label.lastIndex = 0;
  while (label.lastIndex < text.length) {
    const at = label.lastIndex;
    const match = label.exec(text);
    if (match === null) throw new Error(`${text.slice(at)} is no label`);
    const [, key = "", value = ""] = match;
    if (key in labels) throw new Error(`${key} is there twice`);
    labels[key] = value.replaceAll(/\\(.)/g, (_, escaped: string) => (escaped === "n" ? "\n" : escaped));
  }
  return labels;
}
