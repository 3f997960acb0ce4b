import { Agent, createServer, get, type Server } from "node:http";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { stopper } from "../src/stopper.ts";

/** A server whose answers of 4 MB end when `release` is called. */
async function slowServer() {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const server = createServer((_, response) => {
    response.write("x".repeat(2_000_000));
    void released.then(() => response.end("y".repeat(2_000_000)));
  });
  const stop = stopper(server);
  const port = await listening(server);
  onTestFinished(() => server.closeAllConnections());
  return { port, stop, release, url: `http://127.0.0.1:${port}/` };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

test("an answer that runs when the server stops ends whole", async () => {
  const { stop, release, url } = await slowServer();
  const response = await fetch(url);
  const stopped = stop();
  release();
  expect((await response.text()).length).toBe(4_000_000);
  await stopped;
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("a stop waits for the answer, not for connections without one", async () => {
  const { port, stop, release, url } = await slowServer();
  const silent = connect(port, "127.0.0.1");
  await new Promise((resolve) => silent.once("connect", resolve));
  const response = await fetch(url);
  let stopped = false;
  const stopping = stop().then(() => (stopped = true));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(stopped).toBe(false);
  release();
  await response.text();
  await stopping;
  expect(silent.closed || (await new Promise((resolve) => silent.once("close", () => resolve(true))))).toBe(true);
});

test("a connection on which nothing was sent does not hold a server that has nothing to do", async () => {
  const { port, stop } = await slowServer();
  const silent = connect(port, "127.0.0.1");
  await new Promise((resolve) => silent.once("connect", resolve));
  const ended = new Promise((resolve) => silent.once("close", resolve));
  await stop();
  await ended;
});

test("before the stop, a connection outlives its answer", async () => {
  const { url, release } = await slowServer();
  release();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  expect([await reused(url, agent), await reused(url, agent)]).toEqual([false, true]);
});

/** Whether a GET went over a connection that had been used before. */
function reused(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      response.resume().once("end", () => setImmediate(() => resolve(request.reusedSocket)));
    });
    request.once("error", reject);
  });
}

test("a server without connections stops at once", async () => {
  const server = createServer();
  const stop = stopper(server);
  await listening(server);
  await stop();
  expect(server.listening).toBe(false);
});
