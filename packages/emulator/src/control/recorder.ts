import type { MiddlewareHandler } from "hono";
import type { Marked } from "../http/stamp.ts";

/** A request that came, and what it was answered with. No header and no body, in which there may be secrets. */
export interface RecordedRequest {
  /** ISO 8601, UTC, by the emulator's clock. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** With its `?`; empty where there was none. */
  readonly query: string;
  readonly status: number;
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** The last requests, the oldest first. */
export interface Recorder {
  readonly middleware: MiddlewareHandler<Marked>;
  readonly requests: () => readonly RecordedRequest[];
  clear(): void;
}

/** What is kept at the most, so that a long run does not fill the memory. */
const mostRequests = 1_000;

export function recorder(): Recorder {
  let recorded: RecordedRequest[] = [];
  return {
    async middleware(context, next) {
      await next();
      if (context.req.path.startsWith("/_emulator/")) return;
      const { now, requestId, clientRequestId } = context.env.marks;
      const { pathname: path, search: query } = new URL(context.req.url);
      const { method } = context.req;
      const { status } = context.res;
      recorded.push({ at: new Date(now).toISOString(), method, path, query, status, requestId, clientRequestId });
      if (recorded.length > mostRequests) recorded.shift();
    },
    requests: () => recorded,
    clear() {
      recorded = [];
    },
  };
}
