import { bearerFrom, createClient } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";

const graph = createClient({ transport: fetchTransport(), plugins: [bearerFrom(() => "a-token")] });
for await (const job of graph.servicePrincipals("an-object-id").synchronization.jobs.list()) console.log(job.id);
