import {
  bearerFrom,
  createClient,
  customCloud,
  isGraphError,
  type Plugin,
  type TokenRequest,
  type TokenSource,
} from "@graph-sync/core";
import { answered, type FaultScript, faultServer, type FaultServer } from "@graph-sync/testing";
import { canaries, canaryScan } from "@graph-sync/testing/canaries";
import { expect } from "vitest";
import { connect } from "./connect.ts";
import type { PeerFault } from "./peer-fault.ts";
import { read } from "./rows.ts";

/** A source that asks `/token` of a server, over a socket, as sources do; the server's answer says when it is due. */
function sourceAt(server: FaultServer): TokenSource {
  return {
    async getToken({ claims, signal }: TokenRequest) {
      const response = await fetch(`${server.origin}/token`, { method: "POST", body: claims ?? "", signal });
      if (!response.ok) throw new Error(`The authority answered ${response.status}.`);
      // The scripts below answer this.
      const { token, dueInMs } = (await response.json()) as { readonly token: string; readonly dueInMs: number };
      const now = Date.now();
      return { token, expiresAt: now + 3_600_000, refreshAt: now + dueInMs };
    },
  };
}

/** Reads over a transport with such a source, against one server that is authority and Graph at once. */
async function signedIn(
  make: Parameters<PeerFault["run"]>[0],
  script: FaultScript,
  run: (read: () => Promise<object>, server: FaultServer) => Promise<void>,
): Promise<void> {
  const server = await faultServer(script);
  const plugins: readonly Plugin[] = [bearerFrom(sourceAt(server))];
  const graph = createClient({ transport: make(), plugins, cloud: customCloud({ graphOrigin: server.origin }) });
  try {
    await run(() => graph.call(read, {}), server);
  } finally {
    await graph.close();
    await server.close();
  }
}

const token = (name: string, dueInMs: number): FaultScript => answered({ body: { token: name, dueInMs } });

export const tokenFaults: readonly PeerFault[] = [
  {
    id: "P4",
    title:
      "a claims challenge that arrives while a renewal is under way gets a token with its claims, and the call succeeds",
    run: (make) => {
      const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
      const challenge = `WWW-Authenticate: Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString("base64")}"`;
      let asked = 0;
      return signedIn(
        make,
        async (request, wire) => {
          const revoked = asked > 0 && request.headers["authorization"] === "Bearer first";
          if (request.target === "/token" && request.body === claims) return token("claimed", 3_600_000)(request, wire);
          // The first one is due at once; its renewal hangs until the client leaves.
          if (request.target === "/token") return ++asked === 1 ? token("first", 0)(request, wire) : wire.closed;
          if (revoked && asked > 1)
            return answered({ status: "401 Unauthorized", headers: [challenge] })(request, wire);
          return answered({ body: { as: request.headers["authorization"] } })(request, wire);
        },
        async (read, server) => {
          expect(await read()).toEqual({ as: "Bearer first" });
          // The next one starts the renewal beside it, and the one after is refused while the renewal hangs.
          await read();
          await expect.poll(() => asked).toBe(2);
          expect(await read()).toEqual({ as: "Bearer claimed" });
          const asks = server.requests.filter(({ target }) => target === "/token").map(({ body }) => body);
          expect(asks).toEqual(["", "", claims]);
        },
      );
    },
  },
  {
    id: "P11",
    title: "50 calls at a time with no token yet ask for one, once",
    run: (make) =>
      signedIn(
        make,
        async (request, wire) => {
          if (request.target !== "/token") return answered({ body: {} })(request, wire);
          await wire.pause(20);
          await token("shared", 3_600_000)(request, wire);
        },
        async (read, server) => {
          await Promise.all(Array.from({ length: 50 }, () => read()));
          expect(server.requests.filter(({ target }) => target === "/token")).toHaveLength(1);
          const used = new Set(server.requests.map(({ headers }) => headers["authorization"]));
          expect(used).toEqual(new Set([undefined, "Bearer shared"]));
        },
      ),
  },
  {
    id: "P12",
    title: "a renewal that meets a 503 fails no call while the token is good, neither the first nor the next ones",
    run: (make) => {
      let asked = 0;
      const down = answered({ status: "503 Service Unavailable", headers: ["Retry-After: 60"], body: {} });
      return signedIn(
        make,
        (request, wire) => {
          if (request.target !== "/token")
            return answered({ body: { as: request.headers["authorization"] } })(request, wire);
          return (++asked === 1 ? token("good", 0) : down)(request, wire);
        },
        async (read) => {
          for (let turn = 0; turn < 20; turn += 1) expect(await read()).toEqual({ as: "Bearer good" });
          await expect.poll(() => asked).toBe(2);
          // Not again with each call: a token service in trouble is left alone for a while.
          expect(await read()).toEqual({ as: "Bearer good" });
          expect(asked).toBe(2);
        },
      );
    },
  },
  {
    id: "P16",
    title: "a token with a line break is refused before anything is sent, by an error that does not show it",
    async run(make) {
      const broken = `${canaries.token}\nX`;
      const { server } = await connect(make, answered());
      const cloud = customCloud({ graphOrigin: server.origin });
      const headers = { "x-token": broken };
      await using graph = createClient({ transport: make(), plugins: [bearerFrom(() => broken)], cloud });
      await using bare = createClient({ transport: make(), cloud });
      for (const call of [graph.call(read, {}), bare.call(read, {}, { headers })]) {
        const error: unknown = await call.catch((reason: unknown) => reason);
        expect(isGraphError(error)).toBe(true);
        canaryScan(error);
      }
      expect(server.requests).toHaveLength(0);
    },
  },
];
