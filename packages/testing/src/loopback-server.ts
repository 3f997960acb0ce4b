import { createServer, type AddressInfo, type Socket } from "node:net";

/** A request as its bytes said it. */
export interface ReceivedRequest {
  readonly method: string;
  /** The request target as sent: path and query. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Which connection it came on, counted from 1. */
  readonly connection: number;
  /** 1 for the first request on its connection. */
  readonly onConnection: number;
}

/** Writes an answer, or misbehaves, byte by byte. */
export type Answer = (request: ReceivedRequest, socket: Socket) => void;

/** A server on loopback whose answers are written by hand. */
export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly origin: string;
  readonly requests: readonly ReceivedRequest[];
  /** Ends when the connection that carried this request is closed; rejects after two seconds. */
  closed(request: ReceivedRequest | undefined): Promise<void>;
  /** Destroys the connections and stops listening. */
  close(): Promise<void>;
}

/** Starts a server that parses requests and leaves every byte of the answers to the test. */
export async function loopbackServer(answer: Answer): Promise<LoopbackServer> {
  const open = new Map<number, Socket>();
  const requests: ReceivedRequest[] = [];
  let accepted = 0;
  const server = createServer((socket) => {
    const connection = ++accepted;
    open.set(connection, socket);
    socket.on("close", () => open.delete(connection));
    // A client that goes away is what many tests are about.
    socket.on("error", () => undefined);
    readRequests(socket, connection, (request) => {
      requests.push(request);
      answer(request, socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a listening TCP server is an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    async closed(request) {
      for (let turn = 0; request !== undefined && open.has(request.connection); turn++) {
        if (turn === 400) throw new Error(`Connection ${request.connection} is still open.`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    close() {
      for (const socket of open.values()) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function readRequests(socket: Socket, connection: number, received: (request: ReceivedRequest) => void): void {
  let pending = Buffer.alloc(0);
  let count = 0;
  socket.on("data", (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const end = pending.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = pending.subarray(0, end).toString("latin1");
      const { method, target, headers } = parseHead(head);
      const length = Number(headers["content-length"] ?? 0);
      if (pending.length < end + 4 + length) return;
      const body = pending.subarray(end + 4, end + 4 + length).toString("utf8");
      pending = pending.subarray(end + 4 + length);
      received({ method, target, headers, body, connection, onConnection: ++count });
    }
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
