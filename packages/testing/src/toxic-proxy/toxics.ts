/** One direction of a connection through the proxy, as a toxic sees it. */
export interface Link {
  /** Towards the client, or towards the server. */
  readonly direction: "down" | "up";
  /** Waits for so many milliseconds, or until the connection is gone. */
  pause(ms: number): Promise<void>;
  /** Sends RST to both sides. */
  reset(): void;
}

/** What becomes of the bytes of one direction of a connection; the order of toxics is the order of their effects. */
export type Toxic = (bytes: AsyncIterable<Buffer>, link: Link) => AsyncIterable<Buffer>;

/** Holds every chunk back for so many milliseconds. */
export function latency(ms: number): Toxic {
  return async function* (bytes, link) {
    for await (const chunk of bytes) {
      await link.pause(ms);
      yield chunk;
    }
  };
}

/** Cuts chunks into slices of so many bytes, with a pause between them; 0 ms unless told. */
export function slicer(sliceBytes: number, everyMs = 0): Toxic {
  return async function* (bytes, link) {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length; at += sliceBytes) {
        yield chunk.subarray(at, at + sliceBytes);
        await link.pause(everyMs);
      }
    }
  };
}

/** Lets no more than so many bytes pass in a second. */
export function bandwidth(bytesPerSecond: number): Toxic {
  const step = Math.max(1, Math.floor(bytesPerSecond / 50));
  return async function* (bytes, link) {
    for await (const slice of slicer(step)(bytes, link)) {
      yield slice;
      await link.pause((slice.length / bytesPerSecond) * 1_000);
    }
  };
}

/** Closes the direction after so many bytes: the other side sees a half-close. */
export function byteLimit(maxBytes: number): Toxic {
  return async function* (bytes) {
    let left = maxBytes;
    for await (const chunk of bytes) {
      yield chunk.subarray(0, left);
      left -= chunk.length;
      if (left <= 0) return;
    }
  };
}

/** Resets the connection once so many bytes have passed. */
export function resetAfter(afterBytes: number): Toxic {
  return async function* (bytes, link) {
    let passed = 0;
    for await (const chunk of bytes) {
      yield chunk.subarray(0, afterBytes - passed);
      passed += chunk.length;
      if (passed <= afterBytes) continue;
      await link.pause(settleMs);
      return link.reset();
    }
  };
}

/** What has passed must be read before the reset comes: a reset may throw away what lies in a buffer. */
const settleMs = 20;

/** Only for one direction. */
export function oneWay(direction: Link["direction"], toxic: Toxic): Toxic {
  return (bytes, link) => (link.direction === direction ? toxic(bytes, link) : bytes);
}
