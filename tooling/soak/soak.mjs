import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** `pnpm soak …`: bundles the soak with the sources of the packages, so that no build is needed, and runs it. */
const folder = mkdtempSync(join(fileURLToPath(new URL("node_modules/", import.meta.url)), "soak-"));
try {
  const program = join(folder, "main.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("src/main.ts", import.meta.url))],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@graph-sync/source"],
    sourcemap: "inline",
  });
  const { status } = spawnSync(process.execPath, ["--enable-source-maps", program, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
