import type { KnownCommands } from "./known-commands.ts";

const ownOfNpm = new Set(["install", "i", "ci", "pack", "publish", "view"]);
const ownOfPnpm = new Set(["install", "add", "exec", "pack", "publish", "dlx"]);
/** Programs of what the root depends on, which pnpm runs by their name. */
const programs = new Set(["changeset"]);

/** What is wrong with a command that the documentation shows; undefined when it exists. */
export async function checkCommand(
  words: readonly string[],
  known: KnownCommands,
): Promise<string | undefined> {
  const [program, ...rest] = words;
  if (program === "openbalance") return checkOpenbalance(rest, known);
  if (program === "npx") return checkNpx(rest, known);
  if (program === "npm") return checkNpm(rest, known);
  if (program === "pnpm") return checkPnpm(rest, known);
  if (program === "node") return checkNode(rest, known);
  return undefined;
}

/** A file of this repository must be there; one beside the reader may be named anything. */
function checkNode(words: readonly string[], known: KnownCommands): string | undefined {
  const file = words.find((word) => !word.startsWith("-"));
  const isOurs = file !== undefined && /^(scripts|packages|bench|docs|runtimes)\//.test(file);
  return isOurs && !known.files.has(file) ? `there is no ${file}` : undefined;
}

async function checkNpm(words: readonly string[], known: KnownCommands): Promise<string | undefined> {
  const dashes = words.indexOf("--");
  const own = dashes < 0 ? words : words.slice(0, dashes);
  const [verb = "", ...rest] = own.filter((word) => !word.startsWith("-"));
  if (verb === "install" || verb === "add") return checkPackages(rest, known);
  const script = verb === "run" ? rest[0] : verb;
  if (verb !== "run" && ownOfNpm.has(verb)) return undefined;
  if (script === undefined || !known.scripts.has(script)) return `npm has no script ${script}`;
  if (script !== "start" || dashes < 0) return undefined;
  // The demo takes `--fail` for itself and hands on the rest.
  const handedOn = words.slice(dashes + 1);
  const fail = handedOn.indexOf("--fail");
  return checkOpenbalance(
    fail < 0 ? handedOn : handedOn.filter((_word, index) => index !== fail && index !== fail + 1),
    known,
  );
}

async function checkPnpm(words: readonly string[], known: KnownCommands): Promise<string | undefined> {
  if (words[0] === "--filter") {
    const [, name = "", verb, ...rest] = words;
    const scripts = known.packageScripts.get(name);
    if (scripts === undefined) return `there is no package ${name}`;
    const script = verb === "run" ? rest[0] : verb;
    if (script !== undefined && (scripts.has(script) || ownOfPnpm.has(script))) return undefined;
    return `${name} has no script ${script}`;
  }
  const [verb = "", ...rest] = words.filter((word) => !word.startsWith("-"));
  if (verb === "add") return checkPackages(rest, known);
  if (ownOfPnpm.has(verb) || programs.has(verb)) return undefined;
  const script = verb === "run" ? (rest[0] ?? "") : verb;
  return known.scripts.has(script) ? undefined : `pnpm has no script ${script}`;
}

function checkNpx(words: readonly string[], known: KnownCommands): Promise<string | undefined> | undefined {
  const [name = "", ...rest] = words.filter((word) => word !== "--yes" && word !== "-y");
  return name === "@openbalance/cli" ? checkOpenbalance(rest, known) : undefined;
}

function checkPackages(names: readonly string[], known: KnownCommands): string | undefined {
  const ours = names.filter((name) => name.startsWith("@openbalance/"));
  const missing = ours.find((name) => !known.publicPackages.has(name.replace(/(?<=.)@.*$/, "")));
  return missing === undefined ? undefined : `there is no package ${missing}`;
}

/** The word after `openbalance` must be a command, and every option one of that command. */
async function checkOpenbalance(words: readonly string[], known: KnownCommands): Promise<string | undefined> {
  const [first] = words;
  const command = first === undefined || first.startsWith("-") ? "read" : first;
  if (["--help", "--version"].includes(first ?? "")) return undefined;
  const help = await known.help(command);
  if (help === undefined) return `openbalance has no command ${command}`;
  const options = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.replace(/=.*$/, ""));
  const unknown = options.find((option) => !new RegExp(`(^|[\\s\\[(|/])${option}(?![\\w-])`, "m").test(help));
  return unknown === undefined ? undefined : `openbalance ${command} has no option ${unknown}`;
}
