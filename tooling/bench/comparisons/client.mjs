import { setMaxListeners } from "node:events";
import { bearer, createCaller, customCloud, listJobs } from "@graph-sync/core";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";
import { jobsInput, jobsPage } from "../jobs-page.mjs";

/** What the client costs on top of the transport below it: its checks, its plugins, its deadline. */
export const name = "client";
export const title = "jobs.list (7.6 kB) by a caller with a token, against its transport alone and JSON.parse";
export const baseline = "node-http transport";

const body = JSON.stringify(jobsPage);
/** @type {import("@graph-sync/core").Transport} */
const memory = {
  name: "memory",
  send: async () => ({ status: 200, headers: { "content-type": "application/json" }, body }),
};

/** @type {readonly import("../comparisons.mjs").Contestant[]} */
export const contestants = [
  { name: "node-http transport", setup: (origin) => alone(origin, nodeHttpTransport()) },
  {
    name: "client over it",
    peer: "node-http transport",
    setup: (origin) => client(origin, nodeHttpTransport()),
  },
  { name: "a transport of memory", setup: async (origin) => warmedUp(await alone(origin, memory)) },
  {
    name: "client over memory",
    peer: "a transport of memory",
    setup: async (origin) => warmedUp(client(origin, memory)),
  },
];

/**
 * Without a socket a round lasts milliseconds, and the threads that compile the code are measured with it: the usual
 * warm-up is too short to have them done.
 * @param {{ run(): Promise<void>, close(): Promise<void> }} contestant
 */
async function warmedUp(contestant) {
  for (let request = 0; request < 30_000; request++) await contestant.run();
  return contestant;
}

/**
 * @param {string} origin
 * @param {import("@graph-sync/core").Transport} transport
 */
function callerOf(origin, transport) {
  return createCaller({ transport, plugins: [bearer("0.bench")], cloud: customCloud({ graphOrigin: origin }) });
}

/**
 * @param {string} origin
 * @param {import("@graph-sync/core").Transport} transport
 */
function client(origin, transport) {
  const graph = callerOf(origin, transport);
  return { run: async () => check(await graph.call(listJobs, jobsInput)), close: () => graph.close() };
}

/**
 * The same request, made once and sent again and again.
 * @param {string} origin
 * @param {import("@graph-sync/core").Transport} transport
 */
async function alone(origin, transport) {
  const request = await requestOf(origin);
  // So many of it are in flight that Node would take their listeners for a leak.
  setMaxListeners(0, request.signal);
  return {
    run: async () => check(JSON.parse((await transport.send(request)).body)),
    close: async () => transport.close?.(),
  };
}

/**
 * What a client gives to its transport.
 * @param {string} origin
 * @returns {Promise<import("@graph-sync/core").GraphRequest>}
 */
function requestOf(origin) {
  return new Promise((resolve, reject) => {
    /** @type {import("@graph-sync/core").Send} */
    const send = (request) => {
      resolve(request);
      return memory.send(request);
    };
    callerOf(origin, { name: "spy", send }).call(listJobs, jobsInput).catch(reject);
  });
}

/** @param {import("@graph-sync/core").Collection<unknown>} page */
function check({ value }) {
  if (value.length !== jobsPage.value.length) throw new Error(`The answer has ${value.length} jobs.`);
}
