import http from "node:http";
import { bearer, createCaller, customCloud, listJobs } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";
import { jobsInput, jobsPage, jobsPath } from "../jobs-page.mjs";

/** What the client costs on top of the bare platform, over each transport. */
export const name = "transports";
export const title = "one page of jobs.list (7.6 kB), each transport against the bare platform below it";
export const baseline = "bare node:http";

const token = "0.bench-token-that-opens-nothing";
const headers = { accept: "application/json", authorization: `Bearer ${token}` };

/** @type {readonly import("../comparisons.mjs").Contestant[]} */
export const contestants = [
  { name: "bare node:http", setup: bareNodeHttp },
  { name: "node-http transport", peer: "bare node:http", setup: (origin) => caller(origin, nodeHttpTransport()) },
  { name: "bare fetch", setup: bareFetch },
  { name: "fetch transport", peer: "bare fetch", setup: (origin) => caller(origin, fetchTransport()) },
];

/**
 * @param {string} origin
 * @param {import("@graph-sync/core").Transport} transport
 */
function caller(origin, transport) {
  const graph = createCaller({ transport, plugins: [bearer(token)], cloud: customCloud({ graphOrigin: origin }) });
  return {
    run: async () => {
      for await (const { items } of graph.pages(listJobs, jobsInput).byPage()) check(items);
    },
    close: () => graph.close(),
  };
}

/** @param {string} origin */
function bareNodeHttp(origin) {
  const agent = new http.Agent({ keepAlive: true });
  const url = new URL(jobsPath, origin);
  /** @returns {Promise<string>} */
  const text = () =>
    new Promise((resolve, reject) => {
      const request = http.request(url, { agent, headers }, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => (body += chunk));
        response.on("end", () => resolve(body));
        response.on("error", reject);
      });
      request.on("error", reject);
      request.end();
    });
  return { run: async () => check(JSON.parse(await text()).value), close: () => agent.destroy() };
}

/** @param {string} origin */
function bareFetch(origin) {
  const url = origin + jobsPath;
  return {
    run: async () => {
      const response = await fetch(url, { headers });
      /** @type {any} */
      const page = await response.json();
      check(page.value);
    },
    close: () => undefined,
  };
}

/** @param {unknown} jobs */
function check(jobs) {
  const expected = jobsPage.value.length;
  if (Array.isArray(jobs) && jobs.length === expected) return;
  throw new Error(`The answer has ${Array.isArray(jobs) ? jobs.length : "no"} jobs instead of ${expected}.`);
}
