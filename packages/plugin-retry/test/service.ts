import { type Caller, createCaller, type GraphRequest, type GraphResponse, type Plugins } from "@graph-sync/core";
import { type FakeHost, fakeHost, scriptedTransport } from "@graph-sync/testing";
import { ok, read, type Settled, watched } from "./calls.ts";

/** A service that answers when a test says so, and calls to it. */
export interface Service {
  readonly host: FakeHost;
  readonly caller: Caller;
  /** When requests arrived, in milliseconds from the beginning. */
  readonly arrivals: readonly number[];
  /** Requests that are not answered yet, oldest first. */
  readonly open: readonly GraphRequest[];
  /** Begins a call. */
  begin(id?: string, options?: { signal?: AbortSignal; timeoutMs?: number }): () => Settled<void> | undefined;
  /** Answers the oldest request that is open. */
  answer(response?: GraphResponse | Error): Promise<void>;
}

interface Pending {
  readonly request: GraphRequest;
  readonly settle: (response: GraphResponse | Error) => void;
}

/** @param answer what is answered at once; undefined for what the test answers itself */
export function service(
  plugins: Plugins,
  answer: (request: GraphRequest, count: number) => GraphResponse | undefined = () => ok,
  host: FakeHost = fakeHost({ random: [0] }),
): Service {
  const arrivals: number[] = [];
  const pending: Pending[] = [];
  const transport = scriptedTransport((request) => {
    arrivals.push(host.clock.monotonic());
    const response = answer(request, arrivals.length);
    if (response !== undefined) return response;
    return new Promise<GraphResponse>((resolve, reject) => {
      const one: Pending = {
        request,
        settle: (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)),
      };
      request.signal.addEventListener("abort", () => {
        pending.splice(pending.indexOf(one), 1);
        reject(request.signal.reason);
      });
      pending.push(one);
    });
  });
  const caller = createCaller({ transport, host, plugins, timeoutMs: Infinity });
  return {
    host,
    caller,
    arrivals,
    get open() {
      return pending.map(({ request }) => request);
    },
    begin: (id = "j", options = {}) => watched(caller.call(read, { jobId: id }, options)),
    async answer(response = ok) {
      pending.shift()?.settle(response);
      await host.clock.advance(0);
    },
  };
}

/** The last ids in the addresses of requests. */
export function ids(requests: readonly GraphRequest[]): readonly string[] {
  return requests.map(({ url }) => url.slice(url.lastIndexOf("/") + 1));
}
