import { setMaxListeners } from "node:events";
import { bearer, createCaller, customCloud, listJobs, systemHost } from "@graph-sync/core";
import { cache } from "@graph-sync/plugin-cache";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";
import { jobsInput, jobsPath } from "../jobs-page.mjs";

/**
 * What a hit saves. `sent` and `hit` are the same request at the cache's place in the pipeline; `call` is the client's
 * method around it, which builds the request and parses the answer in either case.
 */
export const name = "cache";
export const title = "a hit of the cache against the request that it saves, over loopback with node-http";
export const baseline = "2 kB sent";

const token = "0.bench-token-that-opens-nothing";

/** @type {readonly import("../comparisons.mjs").Contestant[]} */
export const contestants = [
  { name: "2 kB sent", setup: (origin) => send(origin, 2_000, false) },
  { name: "2 kB hit", setup: (origin) => send(origin, 2_000, true) },
  { name: "200 kB sent", setup: (origin) => send(origin, 200_000, false) },
  { name: "200 kB hit", peer: "200 kB sent", setup: (origin) => send(origin, 200_000, true) },
  { name: "2 kB call, sent", setup: (origin) => call(origin, 2_000, false) },
  { name: "2 kB call, hit", peer: "2 kB call, sent", setup: (origin) => call(origin, 2_000, true) },
  { name: "200 kB call, sent", setup: (origin) => call(origin, 200_000, false) },
  { name: "200 kB call, hit", peer: "200 kB call, sent", setup: (origin) => call(origin, 200_000, true) },
];

const kept = { lifetimesMs: { changing: 3_600_000 } };

/**
 * @param {string} origin
 * @param {number} bytes
 * @param {boolean} isCached
 */
function send(origin, bytes, isCached) {
  const { signal } = new AbortController();
  // All requests of the contestant have it.
  setMaxListeners(0, signal);
  const transport = nodeHttpTransport();
  const host = { ...systemHost, partition: { id: "bench", stable: false }, origin, scope: "bench" };
  const sent = bearer(token).install(transport.send, host);
  const through = isCached ? cache(kept).install(sent, host) : sent;
  /** @type {import("@graph-sync/core").GraphRequest} */
  const request = Object.freeze({
    method: "GET",
    url: `${origin}${jobsPath}?%24top=${bytes}`,
    headers: Object.freeze(Object.assign(Object.create(null), { accept: "application/json" })),
    body: undefined,
    signal,
    deadline: Infinity,
    operation: listJobs,
    params: jobsInput,
    options: {},
  });
  return {
    run: async () => {
      const { status, body } = await through(request);
      if (status !== 200 || body.length < bytes / 2) throw new Error(`The answer is ${status}, ${body.length} long.`);
    },
    close: () => transport.close?.(),
  };
}

/**
 * @param {string} origin
 * @param {number} bytes
 * @param {boolean} isCached
 */
function call(origin, bytes, isCached) {
  const plugins = [bearer(token), ...(isCached ? [cache(kept)] : [])];
  const graph = createCaller({ transport: nodeHttpTransport(), plugins, cloud: customCloud({ graphOrigin: origin }) });
  return {
    run: async () => {
      const { value } = await graph.call(listJobs, { ...jobsInput, query: { top: bytes } });
      if (value.length < bytes / 4_000) throw new Error(`The answer has ${value.length} jobs.`);
    },
    close: () => graph.close(),
  };
}
