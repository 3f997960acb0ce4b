import type { Socket } from "node:net";

/** How a script left the connection. */
export type Left = "open" | "ended" | "reset" | "destroyed";

/**
 * The server's end of a connection, in the hands of a script. Nothing here throws or hangs because the client went away: a
 * script that goes on writes into nothing.
 */
export interface Wire {
  /** Puts bytes on the wire, text as Latin-1; ends when the kernel has taken them, or when the connection is gone. */
  write(bytes: string | Uint8Array): Promise<void>;
  /** Waits for so many milliseconds, or until the connection is gone. */
  pause(ms: number): Promise<void>;
  /** Sends FIN: this side has said all, and still listens. */
  end(): void;
  /** Sends RST: whatever is under way is lost. */
  reset(): void;
  /** Closes both sides. */
  destroy(): void;
  /** Whether the connection is gone, by whomever. */
  readonly isClosed: boolean;
  /** Ends when the connection is gone. */
  readonly closed: Promise<void>;
  /** Enters a word into the journal, such as the name of a fault. */
  note(word: string): void;
  /** For what this has no word for. Bytes written to it are not in the journal. */
  readonly socket: Socket;
}

/** What a wire tells its server. */
export interface WireWatch {
  wrote(bytes: Buffer): void;
  left(how: Left): void;
  noted(word: string): void;
}

/** A socket as a script sees it; `raw` is the one below it where it is a TLS socket, which cannot reset. */
export function wireOf(socket: Socket, raw: Socket, watch: WireWatch): Wire {
  return {
    socket,
    get closed() {
      return unlessClosed(socket, () => () => undefined);
    },
    get isClosed() {
      return socket.destroyed;
    },
    write(bytes) {
      if (socket.destroyed || socket.writableEnded) return Promise.resolve();
      const buffer = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : Buffer.from(bytes);
      watch.wrote(buffer);
      return written(socket, buffer);
    },
    pause(ms) {
      return pauseUnlessClosed(socket, ms);
    },
    end() {
      watch.left("ended");
      socket.end();
    },
    reset() {
      watch.left("reset");
      raw.resetAndDestroy();
      socket.destroy();
    },
    destroy() {
      watch.left("destroyed");
      socket.destroy();
    },
    note: (word) => watch.noted(word),
  };
}

/** Ends when the kernel has taken the bytes, or when the connection is gone. */
export function written(socket: Socket, bytes: Uint8Array): Promise<void> {
  return unlessClosed(socket, (done) => {
    socket.write(bytes, () => done());
    return () => undefined;
  });
}

/** Waits for what `start` starts, or for the end of the connection; leaves neither a timer nor a listener. */
function unlessClosed(socket: Socket, start: (done: () => void) => () => void): Promise<void> {
  if (socket.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off("close", done);
      cancel();
      resolve();
    };
    socket.once("close", done);
    const cancel = start(done);
  });
}

/** Destroys a socket; ends when it is gone. */
export function destroyed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    // Where it is destroyed already, its event may be over; another turn lets it happen where it is not.
    if (socket.destroyed) return void setImmediate(resolve);
    socket.once("close", () => resolve());
    socket.destroy();
  });
}

/** A pause that ends with the connection. */
export function pauseUnlessClosed(socket: Socket, ms: number): Promise<void> {
  return unlessClosed(socket, (done) => {
    const timer = setTimeout(done, ms);
    return () => clearTimeout(timer);
  });
}
