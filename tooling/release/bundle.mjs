import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The folder of the programs that are measured. */
export const bundles = fileURLToPath(new URL("bundles/", import.meta.url));

/** A program with all that it needs of our packages as they were built, and with nothing that nothing refers to. */
export async function bundled(program, { minify }) {
  const { outputFiles } = await build({
    entryPoints: [bundles + program],
    bundle: true,
    minify,
    write: false,
    format: "esm",
    target: "es2023",
  });
  return outputFiles[0].text;
}

/** In bytes. */
export function gzipped(text) {
  return gzipSync(text, { level: 9 }).length;
}
