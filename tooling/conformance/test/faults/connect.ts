import {
  type Caller,
  type CallOptions,
  createCaller,
  customCloud,
  type Plugins,
  type Transport,
} from "@graph-sync/core";
import { retry, throttle } from "@graph-sync/plugin-retry";
import {
  type FakeHost,
  fakeHost,
  type FaultScript,
  faultServer,
  type FaultServer,
  type FaultServerOptions,
} from "@graph-sync/testing";
import { onTestFinished } from "vitest";
import type { Row } from "./rows.ts";

/** How a call ended, and how many milliseconds passed for it on the test's clock. */
export interface Outcome {
  readonly value?: unknown;
  readonly error?: unknown;
  readonly ms: number;
}

/** A client of a server on loopback, whose clock is the test's. */
export interface Connection {
  readonly host: FakeHost;
  readonly server: FaultServer;
  readonly caller: Caller;
  /** Calls, and moves the clock until the call has ended. */
  call(row: Row, options?: CallOptions): Promise<Outcome>;
}

/** Starts the server and the client; both end with the test. */
export async function connect(
  make: () => Transport,
  script: FaultScript | FaultServerOptions,
  {
    plugins = [retry(), throttle()],
    random = [0],
  }: { readonly plugins?: Plugins; readonly random?: readonly number[] } = {},
): Promise<Connection> {
  const server = await faultServer(script);
  const host = fakeHost({ random });
  const caller = createCaller({ transport: make(), host, plugins, cloud: customCloud({ graphOrigin: server.origin }) });
  onTestFinished(async () => {
    await caller.close();
    await server.close();
  });
  return {
    host,
    server,
    caller,
    async call(row, options = {}) {
      const began = host.clock.monotonic();
      const body = row.method === "GET" || row.method === "DELETE" ? {} : { body: { a: 1 } };
      const call = caller.call(row, body, options);
      const isSettled = settling(call);
      // Real sockets beside a clock that stands still: time passes only while a pause is all there is to wait for.
      for (let turn = 0; !isSettled(); turn += 1) {
        if (turn === 2_000) throw new Error("The call did not end.");
        await new Promise((resolve) => setTimeout(resolve, 2));
        if (!isSettled() && host.clock.pending > 1) await host.clock.advance(100);
      }
      const ms = host.clock.monotonic() - began;
      return call.then(
        (value) => ({ value, ms }),
        (error: unknown) => ({ error, ms }),
      );
    },
  };
}

/** Tells whether a call has ended. */
function settling(call: Promise<unknown>): () => boolean {
  let settled = false;
  const settle = (): void => void (settled = true);
  call.then(settle, settle);
  return () => settled;
}
