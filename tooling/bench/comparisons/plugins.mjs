import { createCaller, listJobs } from "@graph-sync/core";
import { cache } from "@graph-sync/plugin-cache";
import { telemetry } from "@graph-sync/plugin-telemetry";
import { jobsInput, sizedPage } from "../jobs-page.mjs";

/** What plugins add to a call that they do not save, over a transport that answers at once. */
export const name = "plugins";
export const title = "what a plugin adds to a call of 2 kB that is answered without a socket";
export const baseline = "no plugin";

const headers = Object.freeze(Object.assign(Object.create(null), { "content-type": "application/json" }));
const answer = Object.freeze({ status: 200, headers, body: JSON.stringify(sizedPage(2_000)) });

/** @type {readonly import("../comparisons.mjs").Contestant[]} */
export const contestants = [
  { name: "no plugin", setup: () => caller([]) },
  { name: "no plugin, again", setup: () => caller([]) },
  { name: "cache, every read a miss", setup: () => caller([cache()]) },
  { name: "telemetry, no SDK", setup: () => caller(telemetry()) },
];

/** @param {import("@graph-sync/core").Plugins} plugins */
function caller(plugins) {
  const transport = { name: "at-once", send: async () => answer };
  const graph = createCaller({ transport, plugins });
  let asked = 0;
  return {
    run: async () => {
      asked += 1;
      const { value } = await graph.call(listJobs, { ...jobsInput, query: { top: asked } });
      if (value.length === 0) throw new Error("The answer has no jobs.");
    },
    close: () => graph.close(),
  };
}
