// Runs a job of this project on a machine that may have nothing but Node 20 and npm:
// finds Node 24 and pnpm 12 or fetches them, installs the workspace, hands everything on.
// Plain JavaScript without dependencies, since it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const nodeVersion = readFileSync(new URL("../.node-version", import.meta.url), "utf8").trim();
const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
// What follows the version is its hash, which npm checks by a list of its own.
const [packageManager] = manifest.packageManager.split("+");
const [job, ...jobArguments] = process.argv.slice(2);
// npm's own settings would reach pnpm through these, which knows other ones and warns about each.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

if (hasTools()) {
  // Installers talk on stdout; a job's stdout may be read by a machine.
  run("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], ["ignore", process.stderr.fd, "inherit"]);
  run(process.execPath, [`scripts/${job}.ts`, ...jobArguments], "inherit");
} else if (process.env.OPENBALANCE_TOOLS_FETCHED) {
  console.error(
    `Node ${nodeVersion} and ${packageManager} were fetched but cannot be run; install them by hand.`,
  );
  process.exit(1);
} else {
  console.error(`Fetching Node ${nodeVersion} and ${packageManager} …`);
  environment.OPENBALANCE_TOOLS_FETCHED = "1";
  const tools = ["--yes", `--package=${nodePackage()}`, `--package=${packageManager}`];
  run("npx", [...tools, "--", "node", "scripts/launch.mjs", job, ...jobArguments], "inherit");
}

function hasTools() {
  if (Number.parseInt(process.versions.node, 10) < Number.parseInt(nodeVersion, 10)) return false;
  const found = spawnSync("pnpm", ["--version"], {
    cwd: root,
    encoding: "utf8",
    env: environment,
    shell: isWindows(),
  });
  return Number.parseInt(found.stdout, 10) === Number.parseInt(packageManager.split("@")[1], 10);
}

/** The package that holds the binary itself; `node` would fetch it in an install script, which npm may refuse. */
function nodePackage() {
  const platform = { linux: "linux", darwin: "darwin", win32: "win" }[process.platform];
  const known = platform !== undefined && ["x64", "arm64"].includes(process.arch);
  return known ? `node-${platform}-${process.arch}@${nodeVersion}` : `node@${nodeVersion}`;
}

function run(command, commandArguments, stdio) {
  // npx and pnpm are scripts on Windows, which only a shell starts.
  const shell = isWindows() && command !== process.execPath;
  const { status, error } = spawnSync(command, commandArguments, {
    cwd: root,
    stdio,
    env: environment,
    shell,
  });
  if (error) console.error(`${command} cannot be started: ${error.message}`);
  if (status !== 0 || commandArguments.includes("scripts/launch.mjs")) process.exit(status ?? 1);
  if (command === process.execPath) process.exit(0);
}

function isWindows() {
  return process.platform === "win32";
}
