import { defaultClientConditions, defaultServerConditions } from "vite";

/** Tests read the packages' sources, never a build. Vite asks for the condition in two places, and naming any drops its own. */
const source = "@graph-sync/source";

/** `module` is a bundler's: what it leads to need not run on Node, on which these tests do. */
const onNode = defaultServerConditions.filter((condition) => condition !== "module");

export const resolve = { conditions: [source, ...defaultClientConditions] };
export const ssr = { resolve: { conditions: [source, ...onNode] } };
