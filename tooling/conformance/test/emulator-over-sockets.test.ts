import { type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { bearer, type Client, createClient, customCloud, isGraphServiceError, toArray } from "@graph-sync/core";
import { createEmulator, type Emulator } from "@graph-sync/emulator";
import { createAdaptorServer } from "@hono/node-server";
import { cache } from "@graph-sync/plugin-cache";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { transports } from "./transports.ts";

let emulator: Emulator;
let server: Server;
let origin: string;

beforeAll(async () => {
  emulator = await createEmulator();
  // Without options the adaptor makes a plain HTTP/1.1 server.
  server = createAdaptorServer({ fetch: (request) => emulator.fetch(request) }) as Server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a listening TCP server is an AddressInfo.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await emulator.close();
});

/** Everything that can be read of one app, by one root. */
async function readAll(graph: Client, root: "applications" | "servicePrincipals", id: string): Promise<unknown> {
  const sync = graph[root](id).synchronization;
  const jobs = await toArray(sync.jobs.list());
  return {
    container: await sync.get({ expand: ["jobs", "templates"] }),
    jobs,
    job: await sync.jobs(jobs[0]?.id ?? "").get({ expand: ["schema"] }),
    templates: await toArray(sync.templates.list()),
    secrets: await toArray(sync.secrets.list()),
  };
}

/** What differs between two reads by nature: the address that was read. */
function withoutContext(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => (key === "@odata.context" ? undefined : member)));
}

describe("the same client code reads the same objects", () => {
  test("over every transport, by both roots, through a socket or through none", async () => {
    const cloud = customCloud({ graphOrigin: origin });
    const [app] = await emulator.directory();
    if (app?.applicationId === undefined) throw new Error("The sample tenant has no application.");
    const reads: unknown[] = [];
    for (const transport of [...transports.map(([, make]) => make), () => fetchTransport({ fetch: emulator.fetch })]) {
      await using graph = createClient({ transport: transport(), plugins: [bearer("any"), cache()], cloud });
      reads.push(withoutContext(await readAll(graph, "servicePrincipals", app.servicePrincipalId)));
      reads.push(withoutContext(await readAll(graph, "applications", app.applicationId)));
    }
    expect(reads).toHaveLength(6);
    expect(JSON.stringify(reads[0])).toContain('"jobs":[{');
    for (const read of reads) expect(read).toEqual(reads[0]);
  });

  test.each(transports)("over %s a refusal is the same typed error", async (_, transport) => {
    const cloud = customCloud({ graphOrigin: origin });
    await using nobody = createClient({ transport: transport(), cloud });
    await using someone = createClient({ transport: transport(), plugins: [bearer("any")], cloud });
    const failures: unknown[] = [];
    for (const graph of [nobody, someone]) {
      const error: unknown = await graph
        .servicePrincipals("no-such-id")
        .synchronization.get()
        .catch((e: unknown) => e);
      failures.push(isGraphServiceError(error) && [error.status, error.code, typeof error.requestId]);
    }
    expect(failures).toEqual([
      [401, "InvalidAuthenticationToken", "string"],
      [404, "Request_ResourceNotFound", "string"],
    ]);
  });
});
