import { defineConfig } from "tsup";
import { builtinsOnDemand } from "./builtins-on-demand.ts";

/**
 * The bundler configuration of the programs in `apps/`: one file with everything of ours in it. What a program must
 * not bundle (a native module) it lists in `dependencies`; all else is a dev dependency and goes inside.
 */
export default defineConfig({
  entry: { main: "src/main.ts" },
  format: ["esm"],
  target: "node20",
  platform: "node",
  splitting: true,
  treeshake: true,
  clean: true,
  noExternal: [/^@graph-sync\//],
  // Otherwise tsup resolves Node's own modules before any plugin is asked.
  removeNodeProtocol: false,
  esbuildPlugins: [builtinsOnDemand],
  // An ES module has no `require`, and a bundled CommonJS package (commander) asks it for Node's own modules.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  esbuildOptions(options) {
    // Bundle from source, so that a program never holds a stale build of a package.
    options.conditions = ["@graph-sync/source"];
  },
});
