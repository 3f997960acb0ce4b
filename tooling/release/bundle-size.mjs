import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as operations from "@graph-sync/core/operations";
import { build } from "esbuild";

/**
 * What a program pays for our packages: each one in bundles/ is bundled from the built packages, as their tarballs hold
 * them, minified and gzipped. Fails over budget, and where a program carries rows of the contract that it does not use:
 * `pnpm check:bundles`.
 */
const budgets = {
  "smallest.mjs": { maxBytes: 8_040, rows: 1 },
  "client.mjs": { maxBytes: 10_480, rows: Object.keys(operations).length },
  "refreshing.mjs": { maxBytes: 12_070, rows: Object.keys(operations).length },
};

const folder = fileURLToPath(new URL("bundles/", import.meta.url));
let failed = false;
for (const program of readdirSync(folder)) {
  const { maxBytes, rows } = budgets[program] ?? { maxBytes: 0, rows: 0 };
  const { outputFiles } = await build({
    entryPoints: [join(folder, program)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
  });
  const text = outputFiles[0].text;
  const bytes = gzipSync(text, { level: 9 }).length;
  const kept = Object.values(operations).filter(({ id }) => text.includes(`id:"${id}"`)).length;
  console.log(`${program}: ${bytes} B min+gzip of at most ${maxBytes} B, ${kept} of ${rows} rows`);
  failed ||= bytes > maxBytes || kept !== rows;
}
if (failed) {
  console.error("A program grew, or carries rows it does not use. Find out why before you raise a budget.");
  process.exitCode = 1;
}
