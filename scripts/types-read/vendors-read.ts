/** The vendors of whom a declaration is among the files: of their package, or their entry of normalize. */
export function vendorsRead(files: readonly string[], vendors: readonly string[]): readonly string[] {
  return vendors.filter((vendor) =>
    files.some(
      (file) =>
        file.startsWith(`@openbalance/${vendor}/`) ||
        file === `@openbalance/normalize/dist/vendors/${vendor}.d.ts`,
    ),
  );
}
