import { getEventListeners } from "node:events";
import type { Socket } from "node:net";
import {
  createCaller,
  customCloud,
  isAmbiguousWriteError,
  isInvalidRequestError,
  isTransportError,
  listJobs,
  restartJob,
  type Transport,
} from "@graph-sync/core";
import { type Answer, graphRequest, type LoopbackServer, loopbackServer } from "@graph-sync/testing";
import { nodeHttpTransport, type NodeHttpTransportOptions } from "@graph-sync/transport-node-http";
import { afterEach, describe, expect, test, vi } from "vitest";

const ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Pair {
  readonly server: LoopbackServer;
  readonly transport: Transport;
  send(signal?: AbortSignal): Promise<unknown>;
  /** The connection of each request so far. */
  connections(): readonly number[];
}

async function pair(
  options: NodeHttpTransportOptions,
  answer: Answer = (_, socket) => socket.write(ok),
): Promise<Pair> {
  const server = await loopbackServer(answer);
  const transport = nodeHttpTransport(options);
  closing.push(
    () => server.close(),
    async () => transport.close?.(),
  );
  return {
    server,
    transport,
    send: (signal) =>
      transport.send(graphRequest({ url: `${server.origin}/v1.0/x`, ...(signal === undefined ? {} : { signal }) })),
    connections: () => server.requests.map(({ connection }) => connection),
  };
}

/** Waits for what is about to be true; a busy machine may take its time. */
const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });
const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A server that holds every answer back until it is told. */
function held(): { readonly answer: Answer; readonly sockets: Socket[]; release(): void } {
  const sockets: Socket[] = [];
  return {
    sockets,
    answer: (_, socket) => sockets.push(socket),
    release: () => sockets.splice(0).forEach((socket) => socket.write(ok)),
  };
}

describe("a kept connection", () => {
  test("is not used again once it is older than maxSocketAgeMs, and is closed", async () => {
    const { server, send, connections } = await pair({ maxSocketAgeMs: 30 });
    await send();
    await pause(40);
    await send();
    expect(connections()).toEqual([1, 2]);
    await server.closed(server.requests[0]);
  });

  test("is closed when it was idle for freeSocketTimeoutMs, also where nobody asks for one again", async () => {
    const { server, send } = await pair({ freeSocketTimeoutMs: 30 });
    await send();
    await server.closed(server.requests[0]);
  });

  test("is closed also where its time comes while the idle ones are looked through", async () => {
    let moment = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (moment += 10));
    closing.push(async () => clock.mockRestore());
    const { server, send } = await pair({ freeSocketTimeoutMs: 35 });
    await send();
    await server.closed(server.requests[0]);
  });

  test("is not used where the service is about to close it", async () => {
    const { server, send, connections } = await pair({}, (_, socket) =>
      socket.write("HTTP/1.1 200 OK\r\nKeep-Alive: timeout=1\r\nContent-Length: 2\r\n\r\n{}"),
    );
    await send();
    await server.closed(server.requests[0]);
    await send();
    expect(connections()).toEqual([1, 2]);
  });

  test("is not used where the service says that it closes it", async () => {
    const { send, connections } = await pair({}, (_, socket) =>
      socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"),
    );
    await send();
    await send();
    expect(connections()).toEqual([1, 2]);
  });

  test("is closed when the service says something that nobody asked for", async () => {
    const { server, send, connections } = await pair({}, ({ onConnection }, socket) => {
      socket.write(ok);
      // Later than the answer, so that it does not come with it: what is in one packet is the parser's to refuse.
      if (onConnection === 1) setTimeout(() => socket.write(ok.replace("{}", "[]")), 20);
    });
    expect(await send()).toMatchObject({ body: "{}" });
    await server.closed(server.requests[0]);
    expect(await send()).toMatchObject({ body: "{}" });
    expect(connections()).toEqual([1, 2]);
  });

  test("is one of maxFreeSockets at the most", async () => {
    const { answer, sockets, release } = held();
    const { send } = await pair({ maxFreeSockets: 2 }, answer);
    const calls = [send(), send(), send(), send()];
    await soon(() => expect(sockets.length).toBe(4));
    const all = [...sockets];
    release();
    await Promise.all(calls);
    await soon(() => expect(all.filter(({ destroyed }) => destroyed).length).toBe(2));
  });

  test("keeps no process alive", async () => {
    const sockets = (): number => process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length;
    const { answer, sockets: answering, release } = held();
    const { send } = await pair({}, answer);
    const call = send();
    await soon(() => expect(answering.length).toBe(1));
    // The server's end of the connection is in this process too, and stays.
    const underWay = sockets();
    release();
    await call;
    await soon(() => expect(sockets()).toBe(underWay - 1));
  });
});

describe("a call that waits for a place", () => {
  test("gets it in the order of asking, as soon as there is one", async () => {
    const { answer, sockets, release } = held();
    const { send, connections } = await pair({ maxSockets: 1 }, answer);
    const order: string[] = [];
    const calls = ["first", "second", "third"].map((name) => send().then(() => order.push(name)));
    for (let turn = 0; turn < 3; turn++) {
      await soon(() => expect(sockets.length).toBe(1));
      release();
    }
    await Promise.all(calls);
    expect(order).toEqual(["first", "second", "third"]);
    expect(connections()).toEqual([1, 1, 1]);
  });

  test("gets the place of a connection that died", async () => {
    const { send, connections } = await pair({ maxSockets: 1 }, ({ connection }, socket) =>
      connection === 1 ? socket.destroy() : socket.write(ok),
    );
    const [first, second] = await Promise.all([failure(send()), send()]);
    expect(isTransportError(first) && first.code).toBe("ERR_RESET");
    expect(second).toMatchObject({ status: 200 });
    expect(connections()).toEqual([1, 2]);
  });

  test("gets the place of a connection that could not be made", async () => {
    const { server, transport } = await pair({ maxSockets: 1 });
    await server.close();
    const url = `${server.origin}/v1.0/x`;
    const errors = await Promise.all([1, 2, 3].map(() => failure(transport.send(graphRequest({ url })))));
    expect(errors.map((error) => isTransportError(error) && [error.code, error.sent])).toEqual(
      [1, 2, 3].map(() => ["ERR_REFUSED", "none"]),
    );
  });

  test("ends at once when aborted, sends nothing, leaves nothing, and gives its place up", async () => {
    const { answer, sockets, release } = held();
    const { server, send } = await pair({ maxSockets: 1 }, answer);
    const first = send();
    await soon(() => expect(sockets.length).toBe(1));
    const controller = new AbortController();
    const reason = new Error("enough");
    const second = failure(send(controller.signal));
    const third = send();
    controller.abort(reason);
    expect(await second).toBe(reason);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    release();
    await first;
    await soon(() => expect(sockets.length).toBe(1));
    release();
    await third;
    expect(server.requests.length).toBe(2);
  });

  test("was not sent, which the error of the call says: even a write that must not happen twice is not ambiguous", async () => {
    const { answer, sockets, release } = held();
    const { server, transport } = await pair({ maxSockets: 1 }, answer);
    const graph = createCaller({ transport, cloud: customCloud({ graphOrigin: server.origin }) });
    const ids = { servicePrincipalId: "1", jobId: "2" };
    const write = (options: object): Promise<unknown> =>
      failure(graph.call(restartJob, { ...ids, body: { criteria: { resetScope: "Full" } } }, options));
    const first = graph.call(listJobs, { servicePrincipalId: "1" });
    await soon(() => expect(sockets.length).toBe(1));
    const controller = new AbortController();
    const waiting = write({ signal: controller.signal });
    const late = write({ timeoutMs: 20 });
    await new Promise(setImmediate);
    controller.abort();
    for (const [call, code] of [
      [waiting, "ERR_ABORTED"],
      [late, "ERR_DEADLINE"],
    ] as const) {
      const error = await call;
      expect(isTransportError(error) && [error.code, error.sent]).toEqual([code, "none"]);
    }
    release();
    await first;
    // And one that is under way is.
    const under = new AbortController();
    const sent = write({ signal: under.signal });
    await soon(() => expect(sockets.length).toBe(1));
    under.abort();
    expect(isAmbiguousWriteError(await sent)).toBe(true);
    expect(server.requests.length).toBe(2);
  });

  test("fails when the transport is closed", async () => {
    const { answer, sockets } = held();
    const { transport, send } = await pair({ maxSockets: 1 }, answer);
    const first = failure(send());
    await soon(() => expect(sockets.length).toBe(1));
    const second = failure(send());
    await transport.close?.();
    expect(isInvalidRequestError(await second)).toBe(true);
    expect(isTransportError(await first)).toBe(true);
  });
});

test("a call aborted while it connects leaves no connection", async () => {
  // It takes the connection and says nothing, so the TLS handshake does not end.
  const server = await loopbackServer(() => undefined);
  const transport = nodeHttpTransport();
  closing.push(
    () => server.close(),
    async () => transport.close?.(),
  );
  const before = process.getActiveResourcesInfo().length;
  const controller = new AbortController();
  const reason = new Error("enough");
  const url = server.origin.replace("http:", "https:");
  const call = failure(transport.send(graphRequest({ url: `${url}/v1.0/x`, signal: controller.signal })));
  await pause(20);
  controller.abort(reason);
  expect(await call).toBe(reason);
  await soon(() => expect(process.getActiveResourcesInfo().length).toBe(before));
});
