import { connect } from "node:net";

/**
 * Sends the same GET again and again over kept connections, with as little work as HTTP/1.1 lets it: what is measured is the
 * server.
 * @param {number} port on loopback
 * @param {string} path
 * @param {Readonly<Record<string, string>>} headers
 * @param {number} bytes of each answer's body
 * @returns {{ get(): Promise<void>, close(): void }}
 */
export function rawClient(port, path, headers, bytes) {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`, "latin1");
  /** @type {import("node:net").Socket[]} */
  const idle = [];
  /** @type {Set<import("node:net").Socket>} */
  const all = new Set();

  /** @returns {Promise<import("node:net").Socket>} */
  const opened = () =>
    new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => resolve(socket));
      all.add(socket.setNoDelay(true).once("error", reject));
    });

  return {
    async get() {
      const socket = idle.pop() ?? (await opened());
      if (socket.destroyed) throw new Error("The server closed a connection that waited.");
      await exchange(socket, request, bytes);
      idle.push(socket);
    },
    close() {
      for (const socket of all) socket.destroy();
    },
  };
}

/**
 * @param {import("node:net").Socket} socket
 * @param {Buffer} request
 * @param {number} bytes
 * @returns {Promise<void>}
 */
function exchange(socket, request, bytes) {
  return new Promise((resolve, reject) => {
    /** @type {Buffer} */
    let got = Buffer.alloc(0);
    /** @param {Error | undefined} [error] */
    const end = (error) => {
      socket.off("data", heard).off("close", lost);
      if (error === undefined) resolve();
      else reject(error);
    };
    const lost = () => end(new Error("The server closed the connection."));
    /** @param {Buffer} chunk */
    const heard = (chunk) => {
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
      const head = got.indexOf("\r\n\r\n");
      if (head === -1 || got.length < head + 4 + bytes) return;
      const right = got.length === head + 4 + bytes && got.toString("latin1", 0, 15) === "HTTP/1.1 200 OK";
      end(right ? undefined : new Error(`Another answer than ${bytes} bytes of 200: ${got.toString("utf8", 0, 200)}`));
    };
    socket.on("data", heard).on("close", lost);
    socket.write(request);
  });
}
