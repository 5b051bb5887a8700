/** What a template's names stand for. An empty text counts as absent for a condition. */
export type TemplateValues = Readonly<Record<string, string>>;

/**
 * Fills a template in: `__name__` is replaced; a line that begins with `??name` stays when the value is there, one
 * with `!!name` when it is not.
 */
export function expandTemplate(template: string, values: TemplateValues): string {
  const lines = template.split("\n").flatMap((line) => {
    const [, sign, name = "", rest = line] = /^(\?\?|!!)([A-Za-z]+) ?(.*)$/.exec(line) ?? [];
    if (sign !== undefined && (valueOf(values, name) !== "") !== (sign === "??")) return [];
    return [rest];
  });
  return lines
    .join("\n")
    .replaceAll(/__([A-Za-z]+)__/g, (_placeholder, name: string) => valueOf(values, name));
}

function valueOf(values: TemplateValues, name: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`the template names ${name}, which has no value`);
  return value;
}
