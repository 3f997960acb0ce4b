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
  const installed: PluginHost = { ...host, partition: { id: partition, stable: false }, origin };
  const send = plugin.install(next, installed);
  const begin: Bench["begin"] = async (overrides) => send(graphRequest(overrides));
  return { clock: host.clock, given, begin, send: (overrides) => outcome(begin(overrides), host.clock) };
}

/** Moves a clock in growing steps until a promise has an outcome; an error where an hour does not bring one. */
export async function outcome<T>(promise: Promise<T>, clock: FakeClock): Promise<T> {
  let open = true;
  const close = (): void => void (open = false);
  promise.then(close, close);
  for (let step = 0, stepMs = 0; open && step < 64; step += 1, stepMs = Math.min(60_000, stepMs * 2 || 1)) {
    await clock.advance(stepMs);
    await clock.advance(0);
  }
  if (open) throw new Error("The plugin gave no answer within an hour of the fake clock.");
  return promise;
}

/** What a promise rejects with; an error where it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === "rejected") return settled.reason;
  throw new Error("The plugin answered, where it had to reject.");
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
