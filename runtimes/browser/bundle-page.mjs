// Bundles the page in the given project with Vite: `bundle-page.mjs <project>`.
import { build } from "vite";

await build({ root: process.argv[2], logLevel: "warn", build: { target: "es2022", outDir: "dist" } });
