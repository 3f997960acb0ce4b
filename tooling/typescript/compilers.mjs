import { fileURLToPath } from "node:url";

/** The compiler that other tools use as a library: tsup, ESLint, API Extractor. Run it with node. */
export const typescript6 = tscBeside(import.meta.resolve("typescript/package.json"));

/** The native one: several times as fast, without that library. Run it with node. */
export const typescript7 = tscBeside(import.meta.resolve("typescript-native/package.json"));

function tscBeside(manifest) {
  return fileURLToPath(new URL("bin/tsc", manifest));
}
