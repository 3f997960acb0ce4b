import { type JsonObject, systemHost } from "@graph-sync/core";
import type { MiddlewareHandler } from "hono";
import { booleanIfIn, textIfIn } from "../handlers/body-members.ts";
import { scripted } from "../handlers/scripted.ts";
import { fail } from "../http/fail.ts";
import { badRequest, faultStatuses, GraphFault, type FaultStatus } from "../http/graph-fault.ts";
import type { Variables } from "../http/stamp.ts";
import { knowOnly } from "./script-body.ts";

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

/** The faults that wait for requests. */
export interface Faults {
  readonly middleware: MiddlewareHandler<Variables>;
  readonly waiting: () => readonly Fault[];
  add(body: JsonObject): Fault;
  clear(): void;
}

const longestDelayMs = 60_000;
const mostTimes = 1_000_000;

export function faults(): Faults {
  let waiting: readonly Fault[] = [];

  function meet(method: string, path: string): Fault | undefined {
    const fault = waiting.find((one) => (one.method ?? method) === method && matches(one.path, path));
    if (fault === undefined) return undefined;
    const left = { ...fault, times: fault.times - 1 };
    waiting = waiting.flatMap((one) => (one !== fault ? [one] : left.times > 0 ? [left] : []));
    return fault;
  }

  return {
    async middleware(context, next) {
      const isControl = context.req.path.startsWith("/_emulator/");
      const fault = isControl ? undefined : meet(context.req.method, context.req.path);
      if (fault === undefined) return next();
      if (fault.delayMs > 0) await systemHost.clock.sleep(fault.delayMs, context.req.raw.signal);
      if (fault.status === undefined) return next();
      const { status, code, message, retryAfterSeconds } = fault;
      if (fault.after) await next();
      const headers = {
        ...scripted,
        ...(retryAfterSeconds !== undefined && { "retry-after": String(retryAfterSeconds) }),
      };
      context.res = fail(context, new GraphFault(status, code, message, headers));
    },
    waiting: () => waiting,
    add(body) {
      const fault = readFault(body);
      waiting = [...waiting, fault];
      return fault;
    },
    clear() {
      waiting = [];
    },
  };
}

const members = ["method", "path", "status", "code", "message", "retryAfterSeconds", "delayMs", "times", "after"];

function readFault(body: JsonObject): Fault {
  knowOnly(body, members);
  const { status } = body;
  if (status !== undefined && !isFaultStatus(status)) {
    throw badRequest(`The property 'status' must be one of ${faultStatuses.join(", ")}.`);
  }
  const method = textIfIn(body, "method");
  const retryAfterSeconds = wholeNumberIn(body, "retryAfterSeconds", 0, 86_400);
  return {
    id: crypto.randomUUID(),
    ...(method !== undefined && { method: method.toUpperCase() }),
    path: textIfIn(body, "path") ?? "*",
    ...(status !== undefined && { status }),
    code: textIfIn(body, "code") ?? "ServiceUnavailable",
    message: textIfIn(body, "message") ?? "A script injected this fault.",
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    delayMs: wholeNumberIn(body, "delayMs", 0, longestDelayMs) ?? 0,
    after: booleanIfIn(body, "after") ?? false,
    times: wholeNumberIn(body, "times", 1, mostTimes) ?? 1,
  };
}

/** A whole number between two others, or undefined where it is absent. */
export function wholeNumberIn(body: JsonObject, name: string, least: number, most: number): number | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw badRequest(`The property '${name}' must be a whole number from ${least} to ${most}.`);
}

function isFaultStatus(status: unknown): status is FaultStatus {
  return faultStatuses.some((one) => one === status);
}

/** Without going back: each part between two stars is taken where it is found first. */
function matches(pattern: string, path: string): boolean {
  const parts = pattern.split("*");
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return path === pattern;
  if (!path.startsWith(first) || !path.endsWith(last) || path.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= path.length - last.length;
}
