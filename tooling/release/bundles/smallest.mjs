import { bearer, createCaller, listJobs } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";

const graph = createCaller({ transport: fetchTransport(), plugins: [bearer("a-token")] });
for await (const job of graph.pages(listJobs, { servicePrincipalId: "an-object-id" })) console.log(job.id);
