import { serve } from "@hono/node-server";
import { createEmulator } from "@graph-sync/emulator";
import { jobsTenant, withToken } from "./jobs-tenant.mjs";

/**
 * The server of one contestant, a process of its own: `answering-server.mjs bare | emulator`. It says where it listens and
 * what it answers; each message asks for its clock and its CPU time.
 */
const [kind = ""] = process.argv.slice(2);

const emulator = await createEmulator({ seed: jobsTenant });
const [app] = await emulator.directory();
const path = `/v1.0/servicePrincipals/${app?.servicePrincipalId}/synchronization/jobs`;
const answer = await emulator.fetch(`https://graph.microsoft.com${path}`, { headers: withToken });
/** @type {unknown} */
const page = await answer.json();

const fetches = { bare: () => Response.json(page), emulator: emulator.answer };
const fetch = kind === "bare" ? fetches.bare : fetches.emulator;
const server = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  process.send?.({ ok: { port, path, bytes: JSON.stringify(page).length } });
});

// A contestant that waits for its turn keeps its connections.
if ("keepAliveTimeout" in server) server.keepAliveTimeout = 120_000;

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ ok: { cpuMicros: user + system, wallMs: performance.now() } });
});
process.once("disconnect", () => {
  server.close();
  process.exit();
});
