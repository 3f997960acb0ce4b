import { createServer, type Server, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { TLSSocket } from "node:tls";
import { generate } from "selfsigned";

/** A certificate and its key, as PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** An authority that nobody knows but this test. */
export interface Authority {
  readonly ca: string;
  /** A certificate for these names and 127.0.0.1. */
  issue(commonName: string, names?: readonly string[]): Promise<Identity>;
}

export async function authority(): Promise<Authority> {
  const root = await generate([{ name: "commonName", value: "A test's own authority" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, digitalSignature: true, critical: true },
    ],
  });
  return {
    ca: root.cert,
    async issue(commonName, names = []) {
      const altNames = [...names.map((value) => ({ type: 2 as const, value })), { type: 7 as const, ip: "127.0.0.1" }];
      const made = await generate([{ name: "commonName", value: commonName }], {
        keyType: "ec",
        algorithm: "sha256",
        ca: { key: root.private, cert: root.cert },
        extensions: [
          { name: "basicConstraints", cA: false },
          { name: "extKeyUsage", serverAuth: true, clientAuth: true },
          { name: "subjectAltName", altNames },
        ],
      });
      return { cert: made.cert, key: made.private };
    },
  };
}

/** An https server on loopback that answers with the name in its caller's certificate, and counts. */
export interface SecureServer {
  readonly port: number;
  readonly connections: () => number;
  /** The headers of each request. */
  readonly requests: readonly Readonly<Record<string, unknown>>[];
  /** Whether each handshake resumed a session. */
  readonly resumed: readonly boolean[];
  close(): Promise<void>;
}

export async function secureServer(options: ServerOptions): Promise<SecureServer> {
  const requests: Readonly<Record<string, unknown>>[] = [];
  const resumed: boolean[] = [];
  const server: Server = createServer(options, (request, response) => {
    requests.push(request.headers);
    const { socket, url: path } = request;
    // Without a certificate it is an empty object.
    const peer: { subject?: { CN?: string | string[] } } =
      socket instanceof TLSSocket ? socket.getPeerCertificate() : {};
    response.end(JSON.stringify({ caller: peer.subject?.CN ?? null, path }));
  });
  server.on("secureConnection", (socket) => resumed.push(socket.isSessionReused()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a listening TCP server is an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    resumed,
    connections: () => resumed.length,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
