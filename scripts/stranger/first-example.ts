/** The first TypeScript example of a README. */
export function firstExample(readme: string): string {
  const [, code] = /^```ts\n([\s\S]*?)^```$/m.exec(readme) ?? [];
  if (code === undefined) throw new Error("the README shows no example");
  return code;
}
