import { cp } from "node:fs/promises";
import { join } from "node:path";
import { runTool } from "../run-tool.ts";

/** Copies what git tracks or would track into a folder, as a repository of its own with one commit. */
export async function copyCheckout(root: string, into: string): Promise<void> {
  const listed = await runTool("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], root);
  for (const file of listed.split("\0").filter(Boolean)) {
    // A file that git still lists may have been deleted.
    await cp(join(root, file), join(into, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
  const identity = ["-c", "user.name=dry run", "-c", "user.email=dry-run@example.invalid"];
  await runTool("git", ["init", "--quiet", "--initial-branch=main"], into);
  await runTool("git", ["add", "--all"], into);
  await runTool("git", [...identity, "commit", "--quiet", "--message", "The state to release"], into);
}
