import {
  bearer,
  bearerFrom,
  type CallerOptions,
  type Client,
  createClient,
  type TokenCallback,
} from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";

export interface GraphSyncOptions extends Omit<CallerOptions, "transport"> {
  /** An access token for Graph, or a function that is asked for one on every call. */
  readonly auth: string | TokenCallback;
  /** `fetchTransport()` unless told. */
  readonly transport?: CallerOptions["transport"];
}

/**
 * Makes a client with everything that most programs want: the fetch transport and the token in its place. `plugins` are
 * added to it.
 * @throws InvalidRequestError for bad options; never with the token in it
 * @example
 * const graph = createGraphSync({ auth: process.env.GRAPH_TOKEN ?? "" });
 * for await (const job of graph.servicePrincipals(id).synchronization.jobs.list()) console.log(job.id, job.status?.code);
 */
export function createGraphSync({
  auth,
  transport = fetchTransport(),
  plugins = [],
  ...rest
}: GraphSyncOptions): Client {
  const credential = typeof auth === "string" ? bearer(auth) : bearerFrom(auth);
  return createClient({ ...rest, transport, plugins: [credential, plugins] });
}
