import {
  type CallOptions,
  type Client,
  isAmbiguousWriteError,
  isGraphServiceError,
  isTransportError,
  toArray,
} from "@graph-sync/core";
import type { PlannedOperation } from "./plan.ts";

/** How an operation ended, as its caller knows it. */
export interface Outcome {
  readonly operation: PlannedOperation;
  /** `done`: it was acknowledged. `unknown`: it was done or not. `refused`: it was certainly not done. */
  readonly ended: "done" | "unknown" | "refused";
  /** The nonces that came back: one an answer. */
  readonly answers: readonly string[];
  /** The name of the failure. */
  readonly failure: string | undefined;
  readonly attempts: number;
}

/** Does one operation and says what its caller learned. */
export async function drive(graph: Client, operation: PlannedOperation, shared: AbortSignal): Promise<Outcome> {
  const { nonce, abortAfterMs } = operation;
  const answers: string[] = [];
  let attempts = 0;
  const own = new AbortController();
  const timer = abortAfterMs === undefined ? undefined : setTimeout(() => own.abort(), abortAfterMs);
  const options: CallOptions = {
    // Most callers share a signal that lives as long as the program; a listener that stays on it is a leak.
    signal: timer === undefined ? shared : own.signal,
    headers: { "x-soak-nonce": nonce },
    onResponse(info) {
      answers.push(info.headers["x-soak-nonce"] ?? "none");
      attempts += info.attempts;
    },
  };
  try {
    answers.push(...(await perform(graph, operation, options)));
    return { operation, ended: "done", answers, failure: undefined, attempts };
  } catch (error) {
    if (isGraphServiceError(error)) answers.push(error.headers["x-soak-nonce"] ?? nonce);
    return { operation, ended: fate(error), answers, failure: nameOf(error), attempts };
  } finally {
    clearTimeout(timer);
  }
}

/** Sends it, and gives the ids in the body of the answer, which are nonces too. */
async function perform(
  graph: Client,
  { kind, nonce }: PlannedOperation,
  options: CallOptions,
): Promise<readonly string[]> {
  const { jobs, secrets } = graph.servicePrincipals("soak").synchronization;
  switch (kind) {
    case "read":
      return [(await jobs(nonce).get(undefined, options)).id ?? "none"];
    case "list":
      return (await toArray(jobs.list(undefined, options))).map(({ id }) => id ?? "none");
    case "replace":
      await secrets.replace([{ key: "BaseAddress", value: nonce }], options);
      return [];
    case "start":
      await jobs(nonce).start(options);
      return [];
    case "delete":
      await jobs(nonce).delete(options);
      return [];
    case "create":
      return [(await jobs.create({ templateId: nonce }, options)).id ?? "none"];
    case "restart":
      await jobs(nonce).restart(undefined, options);
      return [];
  }
}

function fate(error: unknown): Outcome["ended"] {
  if (isAmbiguousWriteError(error)) return "unknown";
  if (isGraphServiceError(error)) return error.status === 429 ? "refused" : "unknown";
  if (isTransportError(error)) return error.sent === "none" ? "refused" : "unknown";
  return "unknown";
}

/** The code where there is one: the soak's table counts them. */
function nameOf(error: unknown): string {
  if (isAmbiguousWriteError(error)) return "ambiguous";
  if (isGraphServiceError(error)) return String(error.status);
  if (isTransportError(error)) return error.code;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
