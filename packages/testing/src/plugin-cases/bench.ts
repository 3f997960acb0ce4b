import { getEventListeners } from "node:events";
import type { GraphRequest, GraphResponse, Plugin, PluginHost, Send } from "@graph-sync/core";
import { type FakeClock, fakeHost, type FakeHost } from "../fake-host.ts";
import { graphRequest, type RequestOverrides } from "../graph-request.ts";
import { jsonResponse } from "../scripted-transport.ts";

/** A plugin between a caller and a link that answers as a case says. */
export interface Bench {
  readonly clock: FakeClock;
  /** What the plugin gave on, oldest first. */
  readonly given: readonly GraphRequest[];
  /** Sends a request and moves the clock until there is an outcome. */
  send(overrides?: RequestOverrides): Promise<GraphResponse>;
  /** The same, for a call that fails. */
  fail(overrides?: RequestOverrides): Promise<unknown>;
  /** Sends a request and leaves the clock alone. */
  begin(overrides?: RequestOverrides): Promise<GraphResponse>;
}

export type AnswerNext = (request: GraphRequest) => GraphResponse | Promise<GraphResponse>;

export interface BenchOptions {
  readonly answer?: AnswerNext;
  /** Clients of one program have one clock; a host of its own unless told. */
  readonly host?: FakeHost;
  readonly partition?: string;
  readonly origin?: string;
}

/** Installs a plugin on a host whose time stands still. The link below it behaves: it keeps to the signal. */
export function bench(plugin: Plugin, options: BenchOptions = {}): Bench {
  const {
    answer = () => jsonResponse({}),
    partition = "tenant/client",
    origin = "https://graph.microsoft.com",
  } = options;
  const host = options.host ?? fakeHost({ random: [0.1, 0.9, 0.5] });
  const given: GraphRequest[] = [];
  const next: Send = async (request) => {
    request.signal.throwIfAborted();
    given.push(request);
    return answer(request);
  };
  const installed: PluginHost = {
    ...host,
    partition: { id: partition, stable: false },
    origin,
    scope: `${origin}/.default`,
  };
  const send = plugin.install(next, installed);
  const begin: Bench["begin"] = (overrides) => {
    const call = (async () => send(graphRequest(overrides)))();
    // A case may fail before it looks at a call, which must not be noise beside the failure.
    call.catch(() => undefined);
    return call;
  };
  return {
    clock: host.clock,
    given,
    begin,
    send: (overrides) => outcome(begin(overrides), host.clock),
    fail: (overrides) => rejection(begin(overrides), host.clock, dayMs),
  };
}

const dayMs = 86_400_000;

/** Moves a clock in growing steps until a promise has an outcome; an error where there is none in time. */
export async function outcome<T>(promise: Promise<T>, clock: FakeClock, withinMs: number = dayMs): Promise<T> {
  const isSettled = settling(promise);
  const end = clock.monotonic() + withinMs;
  for (let stepMs = 0; !isSettled(); stepMs = stepMs * 2 || 1) {
    const leftMs = end - clock.monotonic();
    await clock.advance(Math.min(stepMs, leftMs));
    // What the last timer started may need another turn.
    await clock.advance(0);
    if (leftMs <= 0 && !isSettled()) throw new Error(`There is no outcome within ${withinMs} ms of the host's clock.`);
  }
  return promise;
}

/** Tells whether a promise has an outcome yet. */
export function settling(promise: Promise<unknown>): () => boolean {
  let settled = false;
  const settle = (): void => void (settled = true);
  promise.then(settle, settle);
  return () => settled;
}

/** What a promise rejects with, without a millisecond passing; an error where it does not. */
export async function rejection(promise: Promise<unknown>, clock: FakeClock, withinMs: number = 0): Promise<unknown> {
  const caught = promise.then(
    () => {
      throw new Error("The plugin answered, where it had to reject.");
    },
    (reason: unknown) => reason,
  );
  return outcome(caught, clock, withinMs);
}

/** A link that answers nothing until its request is aborted, and then rejects with the reason. */
export const hanging: AnswerNext = ({ signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

/** Listeners that someone left on a signal. */
export function listeners(signal: AbortSignal): number {
  return getEventListeners(signal, "abort").length;
}
