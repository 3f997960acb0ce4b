import { createClient, customCloud, isAmbiguousWriteError, isTransportError, listJobs } from "@graph-sync/core";
import { retry } from "@graph-sync/plugin-retry";
import { answered, bomb, faultServer, inTurn, stray } from "@graph-sync/testing";
import { expect } from "vitest";
import { connect } from "./connect.ts";
import type { PeerFault } from "./peer-fault.ts";
import { create, read, write } from "./rows.ts";

/** A body that says which attempt it answers. */
const own = answered(({ headers }) => ({ body: { of: headers["client-request-id"] } }));

export const socketFaults: readonly PeerFault[] = [
  {
    id: "P1",
    title:
      "an extra answer on a kept-alive socket (CVE-2026-48931) is never the next request's: 200 reads, 0 wrong answers",
    async run(make) {
      const spoiling = stray(
        ({ headers }) => ({ body: { of: headers["client-request-id"] } }),
        () => ({ body: { of: "nobody" }, echo: "wrong" }),
      );
      let count = 0;
      const { call, server } = await connect(make, (request, wire) =>
        (++count % 5 === 0 ? spoiling : own)(request, wire),
      );
      for (let turn = 0; turn < 200; turn += 1) {
        const { value } = await call(read);
        const answers = server.requests.map(({ headers }) => headers["client-request-id"]);
        expect(value).toEqual({ of: answers.at(-1) });
      }
    },
  },
  {
    id: "P2",
    title: "an answer that echoes another request's id is a desync: a read is sent again, a write is ambiguous",
    async run(make) {
      const wrong = answered({ body: { of: "another" }, echo: "wrong" });
      const reading = await connect(make, inTurn(own, wrong, own));
      await reading.call(read);
      expect((await reading.call(read)).value).toBeDefined();
      const [, second, third] = reading.server.requests;
      // Where the platform hides its connections, the request asks for this one to be closed.
      expect(third?.connection !== second?.connection || third?.headers["connection"] === "close").toBe(true);

      const writing = await connect(make, inTurn(wrong, own));
      const { error } = await writing.call(create);
      expect(isAmbiguousWriteError(error) && isTransportError(error.cause) && error.cause.code).toBe(
        "ERR_RESPONSE_DESYNC",
      );
      expect(writing.server.requests).toHaveLength(1);
    },
  },
  {
    id: "P13",
    title: "194 kB of gzip that become 200 MB end at the limit of decoded bytes, not in memory",
    async run(make) {
      const decodedBytes = 200_000_000;
      const { call, server } = await connect(() => make({ maxResponseBytes: 10_000_000 }), bomb({ decodedBytes }));
      const before = process.memoryUsage.rss();
      const { error } = await call(read);
      const grownBytes = process.memoryUsage.rss() - before;
      expect(isTransportError(error) && error.code).toBe("ERR_TOO_LARGE");
      expect([server.requests.length, server.journal[0]?.answeredBytes]).toEqual([1, expect.any(Number)]);
      expect(server.journal[0]?.answeredBytes).toBeLessThan(400_000);
      // A fetch that reads it all grows by three times its size.
      expect(grownBytes).toBeLessThan(decodedBytes / 2);
    },
  },
  {
    id: "P14",
    title: "idle sockets that die after each answer cost no read, and no write is done twice",
    async run(make) {
      const applied: string[] = [];
      const server = await faultServer(async (request, wire) => {
        if (request.method === "POST") applied.push(request.body);
        await own(request, wire);
        await wire.pause(1);
        wire.destroy();
      });
      const cloud = customCloud({ graphOrigin: server.origin });
      const graph = createClient({ transport: make(), plugins: [retry({ delayMs: 2 })], cloud });
      try {
        for (let turn = 0; turn < 100; turn += 1) expect(await graph.call(read, {})).toBeDefined();
        const acknowledged: string[] = [];
        for (let turn = 0; turn < 100; turn += 1) {
          const body = { turn };
          await graph.call(create, { body }).then(
            () => acknowledged.push(JSON.stringify(body)),
            (error: unknown) => expect(isAmbiguousWriteError(error), String(error)).toBe(true),
          );
        }
        expect(new Set(applied).size).toBe(applied.length);
        expect(applied).toEqual(expect.arrayContaining(acknowledged));
        expect(acknowledged.length).toBeGreaterThan(0);
      } finally {
        await graph.close();
        await server.close();
      }
    },
  },
  {
    id: "P15",
    title:
      "bodies that nobody asks for are read or given up: after 150 of them there are as many connections as before",
    async run(make) {
      const large = "x".repeat(200_000);
      const { call, caller, server } = await connect(
        () => make({ maxErrorBytes: 100_000 }),
        answered(({ target }) =>
          target.endsWith("/x")
            ? { status: "404 Not Found", body: large }
            : { body: { value: [{ id: large }], "@odata.nextLink": `${server.origin}/v1.0/next` } },
        ),
        { plugins: [] },
      );
      for (let turn = 0; turn < 50; turn += 1) {
        const { error } = await call(read);
        expect(isTransportError(error) && error.code).toBe("ERR_TOO_LARGE");
        for await (const job of caller.pages(listJobs, { servicePrincipalId: "1" })) {
          expect(job.id).toHaveLength(large.length);
          break;
        }
        expect((await call(write)).error).toBeDefined();
      }
      expect(server.requests).toHaveLength(150);
      expect(server.open).toBeLessThanOrEqual(2);
    },
  },
];
