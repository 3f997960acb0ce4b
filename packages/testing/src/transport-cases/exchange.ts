import assert from "node:assert/strict";
import {
  type BodyLimits,
  type GraphResponse,
  isTransportError,
  type PhaseLimits,
  type Transport,
  type TransportErrorCode,
  type TransportErrorKind,
} from "@graph-sync/core";

import { faultServer, type FaultServer, type FaultServerOptions } from "../fault-server/fault-server.ts";
import { graphRequest, type RequestOverrides } from "../graph-request.ts";
import { type Answer, loopbackServer } from "../loopback-server.ts";
import type { TransportFactory } from "../transport-contract.ts";

/** A transport and a server that wait for a case to make them talk. */
export interface Exchange {
  readonly server: FaultServer;
  send(overrides?: RequestOverrides): Promise<GraphResponse>;
}

/**
 * Runs a case between a fresh transport and a fresh server, and closes both whatever happens.
 * @param answer what to do with the bare socket, or the scripts of a `faultServer`
 */
export async function withExchange(
  factory: TransportFactory,
  answer: Answer | FaultServerOptions,
  run: (exchange: Exchange) => Promise<void>,
  limits: BodyLimits & PhaseLimits = {},
): Promise<void> {
  const server = await (typeof answer === "function" ? loopbackServer(answer) : faultServer(answer));
  const transport: Transport = factory(limits);
  const send = (overrides: RequestOverrides = {}): Promise<GraphResponse> =>
    transport.send(graphRequest({ url: `${server.origin}/v1.0/test`, ...overrides }));
  const { promise: late, stop } = bound(10_000);
  try {
    await Promise.race([run({ server, send }), late]);
  } finally {
    stop();
    await transport.close?.();
    await server.close();
  }
}

/** Rejects after `ms` milliseconds: a transport that ignores its signal must fail its case, not hang it. */
function bound(ms: number): { readonly promise: Promise<never>; readonly stop: () => void } {
  let stop = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`The case did not end within ${ms} ms.`)), ms);
    stop = () => clearTimeout(timer);
  });
  return { promise, stop };
}

/** Holds that a call fails as every transport must fail here. */
export async function failsWith(
  call: Promise<unknown>,
  kind: TransportErrorKind,
  code: TransportErrorCode,
): Promise<void> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(isTransportError(error), `expected a TransportError ${code}, got ${String(error)}`);
  assert.deepEqual({ kind: error.kind, code: error.code }, { kind, code }, error.message);
}
