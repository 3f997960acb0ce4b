import { startProcess } from "../processes.mjs";
import { rawClient } from "../raw-client.mjs";
import { withToken } from "../jobs-tenant.mjs";

/** What the emulator's work costs a server: routes, checks, SQL, documents. */
export const name = "emulator";
export const title =
  "three jobs by GET …/synchronization/jobs: the emulator in memory against the same JSON from @hono/node-server";
export const baseline = "bare @hono/node-server";

const warmUp = 30_000;
const inFlight = 30;

/** @type {readonly import("../comparisons.mjs").Contestant[]} */
export const contestants = [
  { name: "bare @hono/node-server", setup: () => served("bare") },
  { name: "emulator", setup: () => served("emulator") },
];

/**
 * A server in a process of its own; that process is what is metered, the requests come from this one.
 * @param {"bare" | "emulator"} kind
 */
async function served(kind) {
  const server = await startProcess("answering-server.mjs", [kind], process.execArgv);
  /** @type {any} */
  const { port, path, bytes } = server.ready;
  const client = rawClient(port, path, withToken, bytes);
  // A server answers for hours. Node's compiler is done with the bare one after some thousand requests, with this one later.
  for (let left = warmUp; left > 0; left -= inFlight) await Promise.all(Array.from({ length: inFlight }, client.get));
  return {
    run: client.get,
    meter: () => server.ask({}),
    close: async () => {
      client.close();
      await server.stop();
    },
  };
}
