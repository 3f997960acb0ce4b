import { createClient, customCloud, isGraphServiceError, isInvalidRequestError } from "@graph-sync/core";
import { retry } from "@graph-sync/plugin-retry";
import { answered, faultServer, type FaultServer, type TransportFactory } from "@graph-sync/testing";
import { canaries, canaryScan } from "@graph-sync/testing/canaries";
import { expect, onTestFinished } from "vitest";
import { connect } from "./connect.ts";
import type { PeerFault } from "./peer-fault.ts";
import { create } from "./rows.ts";

/** A server that redirects everything to another one, which must not hear of it. */
async function redirecting(status: string): Promise<{ readonly server: FaultServer; readonly elsewhere: FaultServer }> {
  const elsewhere = await faultServer(answered({ body: {} }));
  const server = await faultServer(answered({ status, headers: [`Location: ${elsewhere.origin}/v1.0/x`] }));
  onTestFinished(async () => {
    await server.close();
    await elsewhere.close();
  });
  return { server, elsewhere };
}

export const addressFaults: readonly PeerFault[] = [
  {
    id: "P8",
    title: "a 307 to another origin on PUT secrets is an error: neither the secret nor a header goes there",
    async run(make) {
      const { server, elsewhere } = await redirecting("307 Temporary Redirect");
      const cloud = customCloud({ graphOrigin: server.origin });
      await using graph = createClient({ transport: make(), plugins: [retry()], cloud });
      const { secrets } = graph.servicePrincipals("1").synchronization;
      const error: unknown = await secrets
        .replace([{ key: "SecretToken", value: canaries.secretToken }], { headers: { "x-api-key": canaries.token } })
        .catch((reason: unknown) => reason);
      expect(isGraphServiceError(error) && error.status).toBe(307);
      canaryScan(error);
      expect([server.requests.length, elsewhere.accepted]).toEqual([1, 0]);
    },
  },
  {
    id: "P9",
    title: "a 307 or 308 to another origin on a POST re-sends neither its body nor its headers",
    run: (make) => notFollowed(make, ["307 Temporary Redirect", "308 Permanent Redirect"]),
  },
  {
    id: "P10",
    title: "a 302 on a POST is an error and never becomes a GET that succeeds",
    run: (make) => notFollowed(make, ["301 Moved Permanently", "302 Found", "303 See Other"]),
  },
  {
    id: "P17",
    title: "an id of . or .., encoded or not, is refused or stays one segment of the path; nothing else is asked for",
    async run(make) {
      const { server } = await connect(make, answered({ body: { value: [] } }));
      const cloud = customCloud({ graphOrigin: server.origin });
      await using graph = createClient({ transport: make(), cloud });
      for (const id of [".", "..", "../..", "a/b", "a\\b"]) {
        const { get } = graph.servicePrincipals(id).synchronization;
        const error: unknown = await get().catch((reason: unknown) => reason);
        expect(isInvalidRequestError(error), `${id}: ${String(error)}`).toBe(true);
      }
      expect(server.requests).toHaveLength(0);
      await graph
        .servicePrincipals("%2e%2e")
        .synchronization.get()
        .catch(() => undefined);
      expect(server.requests.map(({ target }) => target)).toEqual(
        server.requests.map(() => "/v1.0/servicePrincipals/%252e%252e/synchronization"),
      );
    },
  },
];

async function notFollowed(make: TransportFactory, statuses: readonly string[]): Promise<void> {
  for (const status of statuses) {
    const { server, elsewhere } = await redirecting(status);
    await using graph = createClient({
      transport: make(),
      plugins: [retry()],
      cloud: customCloud({ graphOrigin: server.origin }),
    });
    const error: unknown = await graph
      .call(create, { body: { client_secret: canaries.clientSecret } }, { headers: { "x-api-key": canaries.token } })
      .catch((reason: unknown) => reason);
    expect(isGraphServiceError(error) && `${error.status}`).toBe(status.slice(0, 3));
    canaryScan(error);
    expect(server.requests.map(({ method }) => method)).toEqual(["POST"]);
    expect(elsewhere.accepted).toBe(0);
  }
}
