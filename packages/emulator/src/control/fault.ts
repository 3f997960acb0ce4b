import type { JsonObject } from "@graph-sync/core";
import { booleanIfIn, knowOnly, textIfIn } from "../handlers/body-members.ts";
import { badRequest, faultStatuses, type FaultStatus } from "../http/graph-fault.ts";
import { wholeNumberIn } from "./script-body.ts";

/** A fault that some of the next requests meet. */
export interface Fault {
  readonly id: string;
  /** Absent for any. */
  readonly method?: string;
  /** A path from the version on, in which `*` stands for anything: `/v1.0/auditLogs*`. */
  readonly path: string;
  /** What is answered instead; without it the request is only held up. */
  readonly status?: FaultStatus;
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds?: number;
  /** How long the request is held up before anything else, by the machine's clock. */
  readonly delayMs: number;
  /** Whether the request is worked on first, and only its answer lost. */
  readonly after: boolean;
  /** How many more requests meet it. */
  readonly times: number;
}

const longestDelayMs = 60_000;
const mostTimes = 1_000_000;
const methods: readonly string[] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
const members: readonly (keyof Fault)[] = [
  "method",
  "path",
  "status",
  "code",
  "message",
  "retryAfterSeconds",
  "delayMs",
  "after",
  "times",
];

/** The fault that a script asks for. */
export function readFault(body: JsonObject): Fault {
  knowOnly(body, members);
  const { status } = body;
  if (status !== undefined && !isFaultStatus(status)) {
    throw badRequest(`The property 'status' must be one of ${faultStatuses.join(", ")}.`);
  }
  const method = textIfIn(body, "method")?.toUpperCase();
  if (method !== undefined && !methods.includes(method)) {
    throw badRequest(`The property 'method' must be one of ${methods.join(", ")}.`);
  }
  const path = textIfIn(body, "path") ?? "*";
  if (!/^[/*]/u.test(path)) throw badRequest("The property 'path' must begin with '/' or '*'.");
  const retryAfterSeconds = wholeNumberIn(body, "retryAfterSeconds", 0, 86_400);
  return {
    id: crypto.randomUUID(),
    ...(method !== undefined && { method }),
    path,
    ...(status !== undefined && { status }),
    code: textIfIn(body, "code") ?? (status === 429 ? "TooManyRequests" : "ServiceUnavailable"),
    message: textIfIn(body, "message") ?? "A script injected this fault.",
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    delayMs: wholeNumberIn(body, "delayMs", 0, longestDelayMs) ?? 0,
    after: booleanIfIn(body, "after") ?? false,
    times: wholeNumberIn(body, "times", 1, mostTimes) ?? 1,
  };
}

function isFaultStatus(status: unknown): status is FaultStatus {
  return faultStatuses.some((one) => one === status);
}
