import { readdirSync } from "node:fs";
import * as operations from "@graph-sync/core/operations";
import { bundled, bundles, gzipped } from "./bundle.mjs";

/**
 * What a program pays for our packages: each one in bundles/ is bundled from the built packages, as their tarballs hold
 * them, minified and gzipped. Fails over budget, and where a program carries rows of the contract that it does not use:
 * `pnpm check:bundles`.
 */
const budgets = {
  "smallest.mjs": { maxBytes: 8_040, rows: 1 },
  "client.mjs": { maxBytes: 10_640, rows: Object.keys(operations).length },
  "refreshing.mjs": { maxBytes: 12_220, rows: Object.keys(operations).length },
};

let failed = false;
for (const program of readdirSync(bundles)) {
  const { maxBytes, rows } = budgets[program] ?? { maxBytes: 0, rows: 0 };
  const text = await bundled(program, { minify: true });
  const bytes = gzipped(text);
  const kept = Object.values(operations).filter(({ id }) => text.includes(`id:"${id}"`)).length;
  console.log(`${program}: ${bytes} B min+gzip of at most ${maxBytes} B, ${kept} of ${rows} rows`);
  failed ||= bytes > maxBytes || kept !== rows;
}
if (failed) {
  console.error("A program grew, or carries rows it does not use. Find out why before you raise a budget.");
  process.exitCode = 1;
}
