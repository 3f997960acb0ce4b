import {
  bearer,
  bearerFrom,
  type CallerOptions,
  type Client,
  createClient,
  type TokenCallback,
  type TokenSource,
} from "@graph-sync/core";
import { retry, type RetryOptions, throttle, type ThrottleOptions } from "@graph-sync/plugin-retry";
import { fetchTransport } from "@graph-sync/transport-fetch";

/** What the preset is made of; only `auth` must be given. */
export interface GraphSyncOptions extends Omit<CallerOptions, "transport"> {
  /** An access token for Graph, a function that is asked for one on every call, or a source whose tokens are kept. */
  readonly auth: string | TokenCallback | TokenSource;
  /** `fetchTransport()` unless told. */
  readonly transport?: CallerOptions["transport"];
  /** `retry()` with its defaults unless told; `false` for none. */
  readonly retry?: RetryOptions | false;
  /** `throttle()` with its defaults unless told; `false` for none. */
  readonly throttle?: ThrottleOptions | false;
}

/**
 * Makes a client with everything that most programs want: the fetch transport, the token in its place, retries and
 * throttling. `plugins` are added to it.
 * @throws InvalidRequestError for bad options; never with the token in it
 * @example
 * const graph = createGraphSync({ auth: process.env.GRAPH_TOKEN ?? "" });
 * for await (const job of graph.servicePrincipals(id).synchronization.jobs.list()) console.log(job.id, job.status?.code);
 */
export function createGraphSync({
  auth,
  transport = fetchTransport(),
  plugins = [],
  retry: retries = {},
  throttle: pace = {},
  ...rest
}: GraphSyncOptions): Client {
  const credential = typeof auth === "string" ? bearer(auth) : bearerFrom(auth);
  const preset = [...(retries === false ? [] : [retry(retries)]), ...(pace === false ? [] : [throttle(pace)])];
  return createClient({ ...rest, transport, plugins: [credential, preset, plugins] });
}
