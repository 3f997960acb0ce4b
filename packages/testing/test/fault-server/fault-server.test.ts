import { answered, cut, type FaultScript, faultServer, type FaultServer, inTurn } from "@graph-sync/testing";
import { request as httpsRequest } from "node:https";
import { connect } from "node:net";
import { generate } from "selfsigned";
import { describe, expect, onTestFinished, test } from "vitest";
import { get, talk } from "./client.ts";

async function started(script: Parameters<typeof faultServer>[0]): Promise<FaultServer> {
  const server = await faultServer(script);
  onTestFinished(() => server.close());
  return server;
}

describe("the journal", () => {
  test("has each request with its bytes, the answer's first bytes, what the script called it and how it left", async () => {
    const { origin, journal, closed } = await started(
      inTurn(answered({ body: "x".repeat(1_000) }), cut("in body", "end")),
    );
    const post = "POST /v1.0/x HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
    const { ended } = await talk(origin, get + post);
    await closed(journal[0]?.request);

    expect(ended).toBe("end");
    expect(journal).toHaveLength(2);
    expect(journal[0]).toMatchObject({
      request: { method: "GET", target: "/v1.0/x", body: "", connection: 1, onConnection: 1 },
      notes: [],
      left: "open",
      answeredBytes: "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nclient-request-id: id-1\r\n\r\n".length + 1_000,
    });
    expect(journal[0]?.answer).toHaveLength(256);
    expect(journal[0]?.answer).toContain("client-request-id: id-1\r\n\r\nxxx");
    expect(journal[1]).toMatchObject({
      request: { method: "POST", body: "abc", connection: 1, onConnection: 2 },
      notes: ["end in body"],
      left: "ended",
    });
  });

  test("counts connections, those in all and those that are open", async () => {
    const server = await started(answered());
    await talk(server.origin, get, (seen) => seen.includes("\r\n\r\n"));
    await talk(server.origin, get, (seen) => seen.includes("\r\n\r\n"));
    await server.closed(server.requests[1]);
    expect([server.accepted, server.open]).toEqual([2, 0]);
  });
});

describe("a script", () => {
  test("may act before a byte has come, and when the headers have come and the body has not", async () => {
    const refusing = await started({ answer: answered(), accept: (_, wire) => wire.reset() });
    expect(await talk(refusing.origin, get)).toEqual({ text: "", ended: "reset" });
    expect(refusing.requests).toHaveLength(0);

    const early = await started({
      answer: answered(),
      head: async ({ headers }, wire) => {
        await wire.write(
          `HTTP/1.1 413 Content Too Large\r\nContent-Length: ${headers["content-length"]?.length}\r\n\r\n`,
        );
        wire.end();
      },
    });
    const { text, ended } = await talk(early.origin, "PUT /x HTTP/1.1\r\nContent-Length: 9999\r\n\r\n");
    expect([text, ended]).toEqual(["HTTP/1.1 413 Content Too Large\r\nContent-Length: 4\r\n\r\n", "end"]);
    expect(early.requests).toHaveLength(0);
  });

  test("that throws, at once or later, fails close()", async () => {
    const scripts: readonly FaultScript[] = [
      () => {
        throw new Error("a mistake in the script");
      },
      async (_, wire) => {
        await wire.pause(1);
        throw new Error("a mistake in the script");
      },
    ];
    for (const script of scripts) {
      const server = await faultServer(script);
      const leaving = talk(server.origin, get);
      await expect.poll(() => server.requests.length).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await expect(server.close()).rejects.toThrow("a mistake in the script");
      await leaving;
    }
  });

  test("that waits or writes goes on when the client is gone, into nothing", async () => {
    let ended = false;
    const server = await started(async (_, wire) => {
      await wire.pause(3_600_000);
      await wire.write("HTTP/1.1 200 OK\r\n\r\n");
      wire.reset();
      ended = wire.isClosed;
    });
    const socket = connect(Number(new URL(server.origin).port), "127.0.0.1");
    socket.write(get);
    await expect.poll(() => server.requests.length).toBe(1);
    socket.destroy();
    await expect.poll(() => ended).toBe(true);
  });
});

describe("bounds", () => {
  test("end what goes on for too long or comes too often", async () => {
    const old = await started({ answer: () => undefined, maxConnectionMs: 30 });
    expect((await talk(old.origin, get)).text).toBe("");

    const few = await started({ answer: answered(), maxConnections: 1, maxRequests: 2 });
    const { text } = await talk(few.origin, get + get + get);
    expect(text.match(/HTTP\/1.1 200/g)).toHaveLength(2);
    expect((await talk(few.origin, get)).text).toBe("");
    expect([few.requests.length, few.accepted]).toEqual([2, 1]);
  });

  test("it listens on loopback, and close() ends every connection and timer that it made", async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = timers();
    const server = await faultServer((_, wire) => wire.pause(3_600_000));
    expect(new URL(server.origin).hostname).toBe("127.0.0.1");
    const talks = Promise.all([talk(server.origin, get), talk(server.origin, get)]);
    await expect.poll(() => server.requests.length).toBe(2);
    await server.close();
    await talks;
    expect(server.open).toBe(0);
    expect(timers()).toBeLessThanOrEqual(before);
    expect(await talk(server.origin, get)).toEqual({ text: "", ended: "reset" });
  });
});

test("with a key and a certificate it speaks TLS, and resets it as well", async () => {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  const server = await started({
    answer: inTurn(answered({ body: "over TLS" }), cut("before headers")),
    tls: { key, cert },
  });
  const get = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const outgoing = httpsRequest(`${server.origin}/x`, { ca: cert, agent: false }, (incoming) => {
        incoming.setEncoding("utf8").once("data", resolve);
      });
      outgoing.on("error", reject).end();
    });
  expect(await get()).toBe("over TLS");
  await expect(get()).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(server.journal.map(({ left }) => left)).toEqual(["open", "reset"]);
});
