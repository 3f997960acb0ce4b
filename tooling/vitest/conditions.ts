import { defaultClientConditions, defaultServerConditions } from "vite";

/** Tests read the packages' sources, never a build. Vite asks for the condition in two places, and naming any drops its own. */
const source = "@graph-sync/source";

export const resolve = { conditions: [source, ...defaultClientConditions] };
export const ssr = { resolve: { conditions: [source, ...defaultServerConditions] } };
