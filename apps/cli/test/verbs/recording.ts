import type { EmulatorOptions } from "@graph-sync/emulator";
import { inProcess, sampleTenant } from "../sample-tenant.ts";
import { type Ended, type Given, runCli } from "../run-cli.ts";

/** A tenant of its own, and what was asked of it. */
export interface Recording {
  /** `POST /v1.0/servicePrincipals/…/start`, in the order they were sent; no query. */
  readonly sent: string[];
  /** Of the requests with a body, in the same order. */
  readonly bodies: unknown[];
  /** The last of what was sent that is no GET. */
  lastWrite(): string | undefined;
  /** Runs the program against the tenant. */
  run(...words: readonly string[]): Promise<Ended>;
  runWith(given: Given, ...words: readonly string[]): Promise<Ended>;
  /** Reads a path of the tenant, to see what a verb has changed. */
  read(path: string): Promise<unknown>;
  /** Makes an object in the tenant, as somebody else would. */
  create(path: string, body: object): Promise<void>;
}

/** An emulator of the sample tenant that writes down its requests. */
export async function recording(options: EmulatorOptions = {}): Promise<Recording> {
  const emulator = await sampleTenant(options);
  const sent: string[] = [];
  const bodies: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (target, init) => {
    const request = new Request(target, init);
    sent.push(`${request.method} ${new URL(request.url).pathname}`);
    const body = await request.clone().text();
    if (body !== "") bodies.push(JSON.parse(body));
    return emulator.fetch(request);
  };
  const runWith: Recording["runWith"] = (given, ...words) => runCli([...words, ...inProcess], { fetch, ...given });
  const headers = { authorization: "Bearer any", "content-type": "application/json" };
  return {
    sent,
    bodies,
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
  };
}
