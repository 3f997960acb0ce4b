import { type JsonObject, systemHost } from "@graph-sync/core";
import type { MiddlewareHandler } from "hono";
import { scripted } from "../handlers/scripted.ts";
import { fail } from "../http/fail.ts";
import { badRequest, GraphFault } from "../http/graph-fault.ts";
import type { Marked } from "../http/stamp.ts";
import { type Fault, readFault } from "./fault.ts";

/** The faults that wait for requests. */
export interface Faults {
  readonly middleware: MiddlewareHandler<Marked>;
  readonly waiting: () => readonly Fault[];
  add(body: JsonObject): Fault;
  clear(): void;
}

const mostWaiting = 1_000;

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
      if (fault.delayMs > 0) await heldUp(fault.delayMs, context.req.raw.signal);
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
      if (waiting.length >= mostWaiting) throw badRequest(`No more than ${mostWaiting} faults wait at once.`);
      const fault = readFault(body);
      waiting = [...waiting, fault];
      return fault;
    },
    clear() {
      waiting = [];
    },
  };
}

/** A caller who goes away meanwhile gets an answer that nobody reads. The reason may be no error, which no one would catch. */
async function heldUp(delayMs: number, signal: AbortSignal): Promise<void> {
  try {
    await systemHost.clock.sleep(delayMs, signal);
  } catch {
    throw badRequest("The caller went away while a fault held up the request.");
  }
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
