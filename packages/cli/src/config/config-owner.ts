import type { Stats } from "node:fs";

/**
 * Why a file may not decide what is read: somebody else can change it at any time. With what to do about it; undefined
 * where nobody can. On Windows there is no user number, and nothing is said.
 */
export function objectionToOwner(
  path: string,
  { uid, gid, mode }: Pick<Stats, "uid" | "gid" | "mode">,
  user: number | undefined = process.getuid?.(),
): string | undefined {
  if (user === undefined) return undefined;
  // Who is root may do everything anyway.
  if (uid !== user && uid !== 0) {
    return `${path} belongs to another user (number ${uid}), who can change it at any time; use a copy of your own, or \`chown ${user} ${path}\``;
  }
  // Where users have groups of their own, which then have their number, a group's right is its one user's.
  const isOwnGroup = gid === user || gid === 0;
  if ((mode & 0o002) === 0 && ((mode & 0o020) === 0 || isOwnGroup)) return undefined;
  return `${path} may be changed by other users; \`chmod go-w ${path}\``;
}
