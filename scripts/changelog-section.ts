/** What a changelog of Changesets says of one version, without the headline; throws when it says nothing. */
export function changelogSection(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((each) => each.split("\n", 1)[0]?.trim() === version);
  const text = section?.slice(section.indexOf("\n")).trim();
  if (!text) throw new Error(`the changelog says nothing of ${version}`);
  return `${text}\n`;
}
