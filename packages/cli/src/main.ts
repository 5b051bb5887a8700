#!/usr/bin/env node
import { safeOutput } from "./output/safe-text.ts";
import { keepCompiledModules } from "./runtime/compile-cache.ts";
import { describeFault } from "./runtime/fault.ts";

// Node's own answer to a fault is the exit code 1, which means "below" here.
process.on("uncaughtException", (error) => {
  process.stderr.write(safeOutput(`${describeFault(error)}\n`, false));
  process.exit(70);
});

// Loaded only now, so that from the second start on the modules come compiled.
keepCompiledModules(process.env);
const { runCommandLine } = await import("./program/run-command-line.ts");
process.exitCode = await runCommandLine(process.argv.slice(2));
// What was given up may hold the process: a TLS handshake that stalls, a proxy that never answers. Nobody waits for it.
process.exit();
