/**
 * Reads one synchronization object with Microsoft's client and prints it: `node graph-client.mjs <base URL> <root>`.
 * A process of its own, because Node reads NODE_EXTRA_CA_CERTS at its start.
 */
import graph from "@microsoft/microsoft-graph-client";

const [baseUrl, root] = process.argv.slice(2);
const client = graph.Client.init({
  baseUrl,
  customHosts: new Set([new URL(baseUrl).hostname]),
  authProvider: (done) => done(null, "a-token"),
});
const container = await client.api(`/${root}/synchronization`).expand("jobs,templates").get();
const jobs = await client.api(`/${root}/synchronization/jobs`).select("id,status").get();
const failure = await client
  .api("/servicePrincipals/none/synchronization")
  .get()
  .catch(({ statusCode, code, requestId }) => ({ statusCode, code, requestId }));
process.stdout.write(JSON.stringify({ container, jobs, failure }));
