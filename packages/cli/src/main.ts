#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Loaded only now, so that from the second start on the modules come compiled.
enableCompileCache();
const { runCommandLine } = await import("./run-command-line.ts");
process.exitCode = await runCommandLine(process.argv.slice(2));
