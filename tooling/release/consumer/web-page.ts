import { bearer, bearerFrom, clouds, createClient, isGraphServiceError } from "@graph-sync/core";
import * as operations from "@graph-sync/core/operations";
import { permissions } from "@graph-sync/core/permissions";
import { cache, memoryStore } from "@graph-sync/plugin-cache";
import { createGraphSync } from "@graph-sync/sdk";
import { fetchTransport } from "@graph-sync/transport-fetch";

/** Compiled as a web page is, with the DOM and without Node: nothing here may need more. */
export async function show(list: HTMLUListElement, token: string, id: string): Promise<void> {
  const graph = createClient({
    transport: fetchTransport(),
    cloud: clouds.global,
    plugins: [bearer(token), cache({ store: memoryStore() })],
  });
  try {
    for await (const job of graph.servicePrincipals(id).synchronization.jobs.list()) {
      list.append(`${String(job.id)}: ${job.status?.code ?? "has not run"}`);
    }
  } catch (error) {
    list.append(isGraphServiceError(error) ? error.message : "The jobs could not be read.");
  }
}

export const preset = (ask: () => Promise<string>): unknown => createGraphSync({ auth: ask });
export const source: unknown = bearerFrom(() => "a-token");
export const known: readonly string[] = Object.values(operations).map(
  ({ id }) => `${id}: ${permissions[id].delegated.join(" or ")}`,
);
