import type { Socket } from "node:net";
import { InvalidRequestError } from "@graph-sync/core";
import { poolLimits, type PoolOptions } from "./pool-options.ts";

/** A connection that serves one request at a time. */
export interface Connection {
  readonly socket: Socket;
  /** Whether it has served another request before. */
  readonly reused: boolean;
}

/** What becomes of a request for a connection; exactly one of the last two is called, unless it gives up before. */
export interface Want {
  /** There was no idle one, and a place is free: one is being opened. */
  connecting(): void;
  ready(connection: Connection): void;
  failed(error: unknown): void;
}

/** The connections of one origin. */
export interface Pool {
  /** Asks for one; the function that it gives ends the wait, and the attempt to connect with it. */
  take(want: Want): () => void;
  /** Gives one back whose answer was read to its end; it is idle for `keepMs` at the most. */
  give(connection: Connection, keepMs: number): void;
  /** Ends all of them. */
  close(): void;
}

/** Opens a connection; whatever happens, nothing is left of one that was aborted or failed. */
export type Dial = (signal: AbortSignal) => Promise<Socket>;

interface Pooled extends Connection {
  reused: boolean;
  readonly bornAt: number;
  /** When it is too old to be used again; undefined while it serves a request. */
  idleUntil: number | undefined;
}

/**
 * Node's own agent is not used: it cannot bound the age of a connection, it counts one only when it is open (so that
 * those behind a proxy are not bounded at all), and on some versions it hands bytes that came while a connection was
 * idle to the next request (CVE-2026-48931).
 */
export function pool(dial: Dial, options: PoolOptions): Pool {
  const limits = poolLimits(options);
  /** In the order they came; deleting from a set is quick. */
  const waiting = new Set<Want>();
  const dialing = new Map<Want, AbortController>();
  const open = new Set<Pooled>();
  /** The one used last is at the end and is used next, so that those not needed grow old. */
  const idle: Pooled[] = [];
  let sweeper: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  function take(want: Want): () => void {
    const connection = freshest();
    if (connection !== undefined) {
      hand(connection, want);
      return nothing;
    }
    if (open.size + dialing.size < limits.maxSockets) connect(want);
    else waiting.add(want);
    return () => {
      waiting.delete(want);
      dialing.get(want)?.abort();
    };
  }

  function freshest(): Pooled | undefined {
    for (let last = idle.pop(); last !== undefined; last = idle.pop()) {
      if (usable(last)) return last;
      last.socket.destroy();
    }
    return undefined;
  }

  function usable({ socket, idleUntil = Infinity }: Pooled, now = performance.now()): boolean {
    return socket.writable && !socket.destroyed && now < idleUntil;
  }

  function hand(connection: Pooled, want: Want): void {
    connection.idleUntil = undefined;
    connection.socket.ref();
    want.ready(connection);
  }

  function connect(want: Want): void {
    const controller = new AbortController();
    dialing.set(want, controller);
    want.connecting();
    dial(controller.signal).then(
      (socket) => {
        dialing.delete(want);
        // Both may have happened in the moment between.
        if (controller.signal.aborted) socket.destroy();
        else if (socket.destroyed) want.failed(new Error("The connection was closed."));
        else want.ready(born(socket));
        next();
      },
      (error: unknown) => {
        dialing.delete(want);
        if (!controller.signal.aborted) want.failed(error);
        next();
      },
    );
  }

  /** One set of listeners for its whole life, so that a request adds none of ours. */
  function born(socket: Socket): Pooled {
    const connection: Pooled = { socket, reused: false, bornAt: performance.now(), idleUntil: undefined };
    open.add(connection);
    socket.on("error", nothing);
    // Nobody asked for what comes now, so it would be taken for the answer to the next request.
    socket.on("data", () => {
      if (connection.idleUntil !== undefined) socket.destroy();
    });
    socket.on("close", () => {
      open.delete(connection);
      const at = idle.indexOf(connection);
      if (at >= 0) idle.splice(at, 1);
      next();
    });
    return connection;
  }

  function next(): void {
    const [want] = waiting;
    if (want === undefined || open.size + dialing.size >= limits.maxSockets) return;
    waiting.delete(want);
    connect(want);
  }

  function give(given: Connection, keepMs: number): void {
    // Every connection of this pool is one of its own.
    const connection = given as Pooled;
    const now = performance.now();
    connection.reused = true;
    connection.idleUntil = Math.min(
      connection.bornAt + limits.maxSocketAgeMs,
      now + Math.min(limits.freeSocketTimeoutMs, keepMs),
    );
    if (closed || !usable(connection)) return void connection.socket.destroy();
    const [want] = waiting;
    if (want !== undefined) {
      waiting.delete(want);
      return hand(connection, want);
    }
    if (idle.length >= limits.maxFreeSockets) return void connection.socket.destroy();
    connection.socket.unref();
    idle.push(connection);
    if (sweeper === undefined) sweepAt(connection.idleUntil);
  }

  /** One timer for all idle connections; it keeps no process alive and stands still while there are none. */
  function sweepAt(moment: number): void {
    const ms = Math.min(Math.max(moment - performance.now(), 1), longestTimer);
    sweeper = setTimeout(sweep, ms).unref();
  }

  function sweep(): void {
    sweeper = undefined;
    // One reading of the clock: one whose time comes between two of them would be neither closed nor waited for.
    const now = performance.now();
    let moment = Infinity;
    for (const connection of [...idle]) {
      if (usable(connection, now)) moment = Math.min(moment, connection.idleUntil ?? Infinity);
      else connection.socket.destroy();
    }
    if (moment < Infinity) sweepAt(moment);
  }

  function close(): void {
    closed = true;
    clearTimeout(sweeper);
    for (const want of [...waiting, ...dialing.keys()]) want.failed(new InvalidRequestError(closedWhileWaiting));
    waiting.clear();
    for (const controller of dialing.values()) controller.abort();
    for (const { socket } of open) socket.destroy();
  }

  return { take, give, close };
}

const nothing = (): void => undefined;

/** A longer one would fire at once: its length is kept in 31 bits. */
const longestTimer = 2 ** 31 - 1;

const closedWhileWaiting = "The node-http transport was closed before the request had a connection; nothing was sent.";
