import {
  bearer,
  type CacheOutcome,
  type CallOptions,
  type Client,
  createClient,
  definePlugin,
  type GraphRequest,
  type GraphResponse,
  type Operation,
  type Plugin,
} from "@graph-sync/core";
import type { CachePlugin } from "@graph-sync/plugin-cache";
import { type FakeHost, fakeHost, jsonResponse, type ScriptedTransport, scriptedTransport } from "@graph-sync/testing";

/** A client with a cache, over a service that a test plays. */
export interface Setting {
  readonly graph: Client;
  readonly host: FakeHost;
  readonly transport: ScriptedTransport;
  /** Outcomes of the calls that were made with `watch`, as their callers see them. */
  readonly outcomes: (CacheOutcome | undefined)[];
  readonly watch: CallOptions;
}

export interface SettingOptions {
  readonly host?: FakeHost;
  readonly auth?: Plugin;
}

export type Answer = (request: GraphRequest) => GraphResponse | Promise<GraphResponse>;

/** Reads are answered by `answer`, writes with 204 unless it does. */
export function setting(plugin: CachePlugin, answer: Answer = counted(), options: SettingOptions = {}): Setting {
  const { host = fakeHost(), auth = bearer("token") } = options;
  const transport = scriptedTransport(answer);
  const outcomes: (CacheOutcome | undefined)[] = [];
  return {
    graph: createClient({ transport, plugins: [auth, plugin], host }),
    host,
    transport,
    outcomes,
    watch: { onResponse: ({ cache }) => outcomes.push(cache) },
  };
}

/** Numbers its answers to reads, from 1; writes have none. */
export function counted(headers: Readonly<Record<string, string>> = {}): Answer {
  let count = 0;
  return ({ method }) =>
    method === "GET" ? jsonResponse({ id: String(++count) }, 200, headers) : jsonResponse(undefined, 204);
}

/** A read that is kept for five seconds, and whose answer tells which one it is. */
export async function readJob(graph: Client, options?: CallOptions, job = "j"): Promise<string | undefined> {
  return (await graph.servicePrincipals("sp").synchronization.jobs(job).get(undefined, options)).id;
}

/** An identity that other processes know by the same name. */
export function stableIdentity(id = "tenant/client"): Plugin {
  return definePlugin({
    name: "identity",
    slot: "auth",
    partition: { id, stable: true },
    install: (next) => next,
  });
}

/** A write of which the contract says nothing. */
export const unknownWrite: Operation<"unknown", object, void> = {
  id: "unknown",
  method: "POST",
  path: "/unknown",
  repeat: "never",
  status: 204,
  evidence: "documented",
};

/** An answer that a test gives when it likes. */
export function held(): { readonly until: Promise<void>; release(): void } {
  let release = (): void => undefined;
  const until = new Promise<void>((resolve) => (release = resolve));
  return { until, release: () => release() };
}

/** Lets everything run that is ready. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
