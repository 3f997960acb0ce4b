import type { EmulatorOptions } from "@graph-sync/emulator";
import { inProcess, sampleTenant } from "../sample-tenant.ts";
import { type Ended, type Given, runCli } from "../run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A tenant of its own, and what was asked of it. */
export interface Recording {
  /** `POST /v1.0/servicePrincipals/…/start`, in the order they were sent; no query. */
  readonly sent: string[];
  /** Of the requests with a body, in the same order. */
  readonly bodies: unknown[];
  /** Of every request, decoded, without its `?`; in the same order as `sent`. */
  readonly queries: string[];
  /** The last of what was sent that is no GET. */
  lastWrite(): string | undefined;
  /** Runs the program against the tenant. */
  run(...words: readonly string[]): Promise<Ended>;
  runWith(given: Given, ...words: readonly string[]): Promise<Ended>;
  /** Reads a path of the tenant, to see what a verb has changed. */
  read(path: string): Promise<unknown>;
  /** Makes an object in the tenant, as somebody else would. */
  create(path: string, body: object): Promise<void>;
  /** Steers the tenant: `POST provisioningLogs`, `PATCH jobs/{id}`, as in the emulator's README. Not recorded. */
  script(method: string, path: string, body: object): Promise<void>;
}

/** An emulator of the sample tenant that writes down its requests. */
export async function recording(options: EmulatorOptions = {}): Promise<Recording> {
  const emulator = await sampleTenant(options);
  // Where a schema is kept before it is replaced.
  const env = { GRAPH_SYNC_TOKEN: "any", XDG_STATE_HOME: await temporaryFolder() };
  const sent: string[] = [];
  const bodies: unknown[] = [];
  const queries: string[] = [];
  const fetch: typeof globalThis.fetch = async (target, init) => {
    const request = new Request(target, init);
    sent.push(`${request.method} ${new URL(request.url).pathname}`);
    queries.push(decodeURIComponent(new URL(request.url).search.slice(1)));
    const body = await request.clone().text();
    if (body !== "") bodies.push(JSON.parse(body));
    return emulator.fetch(request);
  };
  const headers = { authorization: "Bearer any", "content-type": "application/json" };
  const runWith: Recording["runWith"] = (given, ...words) => {
    const address = words.includes("--base-url") ? inProcess.slice(0, 2) : inProcess;
    return runCli([...words, ...address], { fetch, env, ...given });
  };
  return {
    sent,
    bodies,
    queries,
    lastWrite: () => sent.findLast((line) => !line.startsWith("GET ")),
    run: (...words) => runWith({}, ...words),
    runWith,
    async read(path) {
      return (await emulator.fetch(`http://127.0.0.1:8787/v1.0${path}`, { headers })).json();
    },
    async create(path, body) {
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      const { status } = await emulator.fetch(`http://127.0.0.1:8787/v1.0${path}`, init);
      if (status !== 201) throw new Error(`${path} was not made: ${status}`);
    },
    async script(method, path, body) {
      const url = `http://127.0.0.1:8787/_emulator/${path}`;
      const { ok, status } = await emulator.fetch(url, { method, headers, body: JSON.stringify(body) });
      if (!ok) throw new Error(`${method} ${path} answered ${status}`);
    },
  };
}
