import type { Options } from "tsup";

/** A plugin of the bundler, as tsup takes it. */
type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Loads a module of Node when the code that imports it first runs. The bundler would put all those imports at the top of
 * the file, and a program that prints its help would wait for TLS, HTTP and cryptography.
 */
export const builtinsOnDemand: Plugin = {
  name: "builtins-on-demand",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/, namespace: "file" }, ({ path, kind }) => {
      // Commander requires it at once, for subcommands that are programs of their own, which we have none of.
      const idle = kind === "require-call" && path === "node:child_process";
      return { path, namespace: idle ? "builtin-in-use" : "builtin" };
    });
    onResolve({ filter: /^node:/, namespace: "builtin" }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /^node:/, namespace: "builtin-in-use" }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: "builtin" }, ({ path }) => ({ contents: `module.exports = require("${path}");` }));
    onLoad({ filter: /./, namespace: "builtin-in-use" }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require("${path}")[name] });`,
    }));
  },
};
