import { expect, it } from "vitest";
import { changelogSection } from "../changelog-section.ts";
import { listPublicPackages } from "../public-packages.ts";
import { files, readText } from "./tree.ts";

const packages = await listPublicPackages();

it("every package that was never released has a changeset that will release it as 0.1.0", () => {
  const texts = files.filter((file) => /^\.changeset\/[\w-]+\.md$/.test(file)).map(readText);
  const unreleased = packages.filter(({ manifest }) => manifest.version === "0.0.0");
  const forgotten = unreleased.filter(
    ({ manifest }) => !texts.some((text) => text.includes(`"${manifest.name}": minor`)),
  );
  expect(forgotten.map(({ manifest }) => manifest.name)).toEqual([]);
});

it("the notes of a release are its own section of the changelog", () => {
  const changelog = "# a\n\n## 0.2.0\n\n### Minor Changes\n\n- new\n\n## 0.1.0\n\n- first\n";
  expect(changelogSection(changelog, "0.2.0")).toBe("### Minor Changes\n\n- new\n");
  expect(changelogSection(changelog, "0.1.0")).toBe("- first\n");
});

it("a version that the changelog does not know is refused, also when it is the start of another", () => {
  expect(() => changelogSection("## 0.1.0-next.1\n\n- first\n", "0.1.0")).toThrow("0.1.0");
});
