import type { Socket } from "node:net";

/** A request as its bytes said it. */
export interface ReceivedRequest {
  /** As it was sent. */
  readonly method: string;
  /** The request target as sent: path and query. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Read to its end, as UTF-8. */
  readonly body: string;
  /** Which connection it came on, counted from 1. */
  readonly connection: number;
  /** 1 for the first request on its connection. */
  readonly onConnection: number;
}

/** A request whose body is still to come. */
export type RequestHead = Omit<ReceivedRequest, "body">;

/** Who is told of requests. */
export interface Receiver {
  head(head: RequestHead): void;
  received(request: ReceivedRequest): void;
}

/** A test's request is small; what is larger is a mistake, and its connection is destroyed. */
const maxPendingBytes = 32 * 1024 * 1024;

/**
 * Reads requests from a socket, one after the other. It knows `Content-Length` alone: a transport sends a body whose length
 * it knows.
 */
export function readRequests(socket: Socket, connection: number, receiver: Receiver): void {
  let pending: Buffer = Buffer.alloc(0);
  let head: RequestHead | undefined;
  let count = 0;

  /** Takes one request, or the head of one, out of what has come; false where there is none yet. */
  function take(): boolean {
    if (head === undefined) {
      const end = pending.indexOf("\r\n\r\n");
      if (end < 0) return false;
      head = { ...parseHead(pending.subarray(0, end).toString("latin1")), connection, onConnection: ++count };
      pending = pending.subarray(end + 4);
      receiver.head(head);
    }
    const length = Number(head.headers["content-length"] ?? 0);
    if (pending.length < length) return false;
    const request = { ...head, body: pending.subarray(0, length).toString("utf8") };
    pending = pending.subarray(length);
    head = undefined;
    receiver.received(request);
    return true;
  }

  socket.on("data", (chunk: Buffer) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (pending.length > maxPendingBytes) return void socket.destroy();
    while (take());
  });
}

function parseHead(head: string): Pick<ReceivedRequest, "method" | "target" | "headers"> {
  const [first = "", ...lines] = head.split("\r\n");
  const [method = "", target = ""] = first.split(" ");
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { method, target, headers };
}
