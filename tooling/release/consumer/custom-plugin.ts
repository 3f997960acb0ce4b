import { createClient, definePlugin, type Plugin } from "@graph-sync/core";
import { answering } from "./custom-transport.js";

/** Counts the answers of each operation. */
function counting(counts: Map<string, number>): Plugin {
  return definePlugin({
    name: "counting",
    slot: "observe",
    install: (next) => async (request) => {
      const response = await next(request);
      counts.set(request.operation.id, (counts.get(request.operation.id) ?? 0) + 1);
      return response;
    },
  });
}

export const counts: Map<string, number> = new Map();
const graph = createClient({ transport: answering({ value: [] }), plugins: [counting(counts)] });
for await (const job of graph.servicePrincipals("sp").synchronization.jobs.list()) console.log(job.id);
