import { getEventListeners, setMaxListeners } from "node:events";
import { bearer, createClient, customCloud, type Plugins } from "@graph-sync/core";
import { retry, throttle } from "@graph-sync/plugin-retry";
import type { FaultServer, TransportFactory } from "@graph-sync/testing";
import { drive, type Outcome } from "./drive.ts";
import { hurriedHost } from "./hurried-host.ts";
import { holdings, settledHoldings } from "./leaks.ts";
import { judge, type Verdict } from "./oracle.ts";
import { faultKinds, operationAt } from "./plan.ts";
import { faultyService } from "./service.ts";

/** One run. */
export interface SoakOptions {
  readonly seed: number;
  readonly operations: number;
  /** The share of requests that a fault befalls, from 0 to 1. */
  readonly faults: number;
  readonly transport: TransportFactory;
  /** What stands before the plugins of the client; for the soak's own test, which breaks a rule with it. */
  readonly spoiling?: Plugins;
}

/** What came of it. */
export interface SoakReport {
  readonly verdict: Verdict;
  readonly done: number;
  readonly unknown: number;
  readonly refused: number;
  readonly requests: number;
  /** Of these, the ones that a fault befell. */
  readonly spoiled: number;
  readonly connections: number;
  /** Connections that the server still has when the client is closed and had time to let go. */
  readonly leakedSockets: number;
  readonly leakedTimers: number;
  readonly leakedListeners: number;
  /** Growth of `heapUsed + external` from the first run to the second of the same size, both over and forgotten. */
  readonly grownBytes: number;
  readonly seconds: number;
  /** Failures by name, and how many. */
  readonly failures: ReadonlyMap<string, number>;
}

const inFlight = 16;
const limits = { headersTimeoutMs: 500, idleTimeoutMs: 500, maxResponseBytes: 256_000, maxErrorBytes: 64_000 };

/**
 * Does the operations twice: the first time to warm up, on another service, so that what grows in the second is a leak.
 */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const warmUp = { ...options, operations: Math.min(options.operations, 2_000) };
  await run(warmUp);
  const before = await holdings();
  const began = performance.now();
  const { verdict, counts, leaked } = await run(options);
  const seconds = (performance.now() - began) / 1_000;
  const after = await settledHoldings(before, 10_000);
  return {
    verdict,
    ...counts,
    ...leaked,
    leakedTimers: leaked.leakedTimers + Math.max(0, after.timers - before.timers),
    leakedSockets: leaked.leakedSockets + Math.max(0, after.sockets - before.sockets),
    grownBytes: after.bytes - before.bytes,
    seconds,
  };
}

/** What came of doing the operations once. */
export interface Run {
  readonly verdict: Verdict;
  readonly counts: Pick<
    SoakReport,
    "done" | "unknown" | "refused" | "requests" | "spoiled" | "connections" | "failures"
  >;
  readonly leaked: Pick<SoakReport, "leakedSockets" | "leakedTimers" | "leakedListeners">;
}

/** The operations, once. */
export async function run({ seed, operations, faults, transport, spoiling = [] }: SoakOptions): Promise<Run> {
  const server = await faultyService(seed, faults);
  const host = hurriedHost();
  const graph = createClient({
    transport: transport(limits),
    plugins: [spoiling, bearer("soak"), retry(), throttle()],
    cloud: customCloud({ graphOrigin: server.origin }),
    timeoutMs: 1_000_000,
    host,
  });
  const shared = new AbortController();
  setMaxListeners(0, shared.signal);
  const outcomes: Outcome[] = [];
  let next = 0;

  async function worker(): Promise<void> {
    while (next < operations) {
      const operation = operationAt(seed, next++);
      outcomes.push(await drive(graph, operation, shared.signal));
    }
  }

  try {
    await Promise.all(Array.from({ length: inFlight }, worker));
    const leakedListeners = getEventListeners(shared.signal, "abort").length;
    await graph.close();
    await emptied(server);
    const leaked = { leakedSockets: server.open, leakedTimers: host.pending, leakedListeners };
    return { verdict: judge(outcomes, server.journal), counts: countsOf(outcomes, server), leaked };
  } finally {
    await server.close();
  }
}

/** Waits until the client has let go of all connections; fetch keeps its own for some seconds. */
async function emptied(server: FaultServer): Promise<void> {
  for (let turn = 0; turn < 100 && server.open > 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 100));
}

function countsOf(outcomes: readonly Outcome[], server: FaultServer): Run["counts"] {
  const failures = new Map<string, number>();
  for (const { failure } of outcomes)
    if (failure !== undefined) failures.set(failure, (failures.get(failure) ?? 0) + 1);
  const ended = (how: Outcome["ended"]): number => outcomes.filter((outcome) => outcome.ended === how).length;
  const names: ReadonlySet<string> = new Set(faultKinds);
  return {
    done: ended("done"),
    unknown: ended("unknown"),
    refused: ended("refused"),
    requests: server.requests.length,
    spoiled: server.journal.filter(({ notes }) => notes.some((note) => names.has(note))).length,
    connections: server.accepted,
    failures,
  };
}

const allowedGrowthBytes = 5 * 1024 * 1024;

/** Whether a run shows what it must: nothing lost, nothing done twice, nothing mixed up, nothing left. */
export function holds({ verdict, leakedSockets, leakedTimers, leakedListeners, grownBytes }: SoakReport): boolean {
  const isClean = Object.values(verdict).every((found) => found.length === 0);
  return isClean && leakedSockets + leakedTimers + leakedListeners === 0 && grownBytes < allowedGrowthBytes;
}
