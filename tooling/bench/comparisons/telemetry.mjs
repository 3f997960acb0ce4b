import { bearer, createCaller, customCloud, listJobs } from "@graph-sync/core";
import { telemetry } from "@graph-sync/plugin-telemetry";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";
import { jobsInput, jobsPage } from "../jobs-page.mjs";

/** What telemetry costs a program that has no SDK of OpenTelemetry. */
export const name = "telemetry";
export const title = "one page of jobs.list (7.6 kB) over node-http, with telemetry installed and no SDK registered";
export const baseline = "without";

/** @type {readonly import("../comparisons.mjs").Contestant[]} */
export const contestants = [
  { name: "without", setup: (origin) => caller(origin, []) },
  { name: "without, again", setup: (origin) => caller(origin, []) },
  { name: "with telemetry", setup: (origin) => caller(origin, telemetry()) },
];

/**
 * @param {string} origin
 * @param {import("@graph-sync/core").Plugins} more
 */
function caller(origin, more) {
  const plugins = [...more, bearer("0.bench-token-that-opens-nothing")];
  const graph = createCaller({ transport: nodeHttpTransport(), plugins, cloud: customCloud({ graphOrigin: origin }) });
  return {
    run: async () => {
      const { value } = await graph.call(listJobs, jobsInput);
      if (value.length !== jobsPage.value.length) throw new Error(`The answer has ${value.length} jobs.`);
    },
    close: () => graph.close(),
  };
}
