import { createServer, request as forward, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Identity } from "./authority.ts";

/** What a proxy was asked: `CONNECT host:port`, or `GET http://…`. */
export interface Asked {
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
}

/** A proxy on loopback. It leads every name to 127.0.0.1, so that a test may call its server what it likes. */
export interface TestProxy {
  /** `127.0.0.1:<port>`. */
  readonly host: string;
  readonly asked: readonly Asked[];
  /** Connections that lead somewhere. */
  readonly open: () => number;
  close(): Promise<void>;
}

export interface TestProxyOptions {
  /** The `proxy-authorization` that it wants; without it the answer is 407. */
  readonly wants?: string;
  /** It speaks TLS. */
  readonly identity?: Identity;
  /** Answers a CONNECT in another way. */
  readonly connect?: (socket: Socket) => void;
}

export async function testProxy({ wants, identity, connect: answer }: TestProxyOptions = {}): Promise<TestProxy> {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  const tunnels = new Set<Socket>();
  const allowed = (headers: IncomingHttpHeaders): boolean =>
    wants === undefined || headers["proxy-authorization"] === wants;

  const inFull: RequestListener = (request, response) => {
    asked.push({ line: `${request.method ?? ""} ${request.url ?? ""}`, headers: request.headers });
    if (!allowed(request.headers)) return void response.writeHead(407).end();
    const { port, pathname, search } = new URL(request.url ?? "");
    const onward = forward({ host: "127.0.0.1", port, path: pathname + search, method: request.method }, (incoming) => {
      response.writeHead(incoming.statusCode ?? 0, incoming.headers);
      incoming.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  };
  const server = identity === undefined ? createServer(inFull) : createSecureServer(identity, inFull);
  server.on("connect", (request, socket: Socket) => {
    asked.push({ line: `CONNECT ${request.url ?? ""}`, headers: request.headers });
    socket.on("error", () => undefined);
    socket.on("end", () => socket.destroy());
    if (answer !== undefined) {
      socket.resume();
      return answer(socket);
    }
    if (!allowed(request.headers)) return socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    const target = connect(Number(request.url?.split(":").at(-1)), "127.0.0.1");
    tunnels.add(target);
    target.on("error", () => socket.destroy());
    target.on("close", () => {
      tunnels.delete(target);
      socket.destroy();
    });
    socket.on("close", () => target.destroy());
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    socket.pipe(target).pipe(socket);
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a listening TCP server is an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    asked,
    open: () => tunnels.size,
    close() {
      for (const socket of [...sockets, ...tunnels]) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
