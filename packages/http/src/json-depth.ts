/**
 * Whether arrays and objects nest deeper than `limit` in a JSON text.
 * `JSON.parse` takes any depth, but whatever walks the result by recursion then overflows the stack.
 */
export function nestsDeeperThan(limit: number, text: string): boolean {
  // Every level needs a bracket at both ends.
  if (text.length <= 2 * limit) return false;
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') {
      inString = true;
    } else if (character === "[" || character === "{") {
      depth += 1;
      if (depth > limit) return true;
    } else if (character === "]" || character === "}") {
      depth -= 1;
    }
  }
  return false;
}
