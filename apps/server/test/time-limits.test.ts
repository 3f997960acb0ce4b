import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listen, type TimeLimits } from "../src/listen.ts";
import { runToEnd, startWith } from "./server-process.ts";

const long: TimeLimits = { headersTimeoutMs: 60_000, requestTimeoutMs: 60_000, keepAliveTimeoutMs: 60_000 };

/** A server that answers a body with itself, and all that it was asked. */
async function echo(limits: Partial<TimeLimits>) {
  const seen: string[] = [];
  const { origin, stop } = await listen({
    ...long,
    ...limits,
    host: "127.0.0.1",
    port: 0,
    fetch: async (request) => {
      seen.push(request.method);
      return new Response(await request.text());
    },
  });
  onTestFinished(stop);
  return { port: Number(new URL(origin).port), seen };
}

/** A connection, and all that comes over it up to its end. */
function caller(port: number): { socket: Socket; answer: Promise<string> } {
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  let text = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const answer = new Promise<string>((resolve, reject) => {
    socket.once("close", () => resolve(text));
    socket.once("error", reject);
  });
  return { socket, answer };
}

test("headers that never end are 408, and so is a connection on which nothing is said", async () => {
  const { port, seen } = await echo({ headersTimeoutMs: 100 });
  const slow = caller(port);
  slow.socket.write("GET / HTTP/1.1\r\nHost: a\r\n");
  const silent = caller(port);
  expect(await slow.answer).toMatch(/^HTTP\/1\.1 408 .*\r\nConnection: close\r\n/u);
  expect(await silent.answer).toMatch(/^HTTP\/1\.1 408 /u);
  expect(seen).toEqual([]);
});

test("a body that never ends is 408", async () => {
  const { port, seen } = await echo({ requestTimeoutMs: 1_000, headersTimeoutMs: 1_000 });
  const { socket, answer } = caller(port);
  socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\no");
  expect(await answer).toMatch(/^HTTP\/1\.1 408 .*\r\nConnection: close\r\n/u);
  expect(seen).toEqual(["POST"]);
});

test("a connection without a request is closed, after an answer", async () => {
  const { port } = await echo({ keepAliveTimeoutMs: 100 });
  const { socket, answer } = caller(port);
  socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok");
  expect(await answer).toMatch(/^HTTP\/1\.1 200 [^]*\r\n\r\nok$/u);
});

test("flags and variables set the limits, and the summary shows them", async () => {
  const variable = { GRAPH_SYNC_SERVER_REQUEST_TIMEOUT_MS: "700" };
  const { url, child, ended } = await startWith(variable, "--port", "0", "--headers-timeout-ms", "300");
  const { socket, answer } = caller(Number(new URL(url).port));
  socket.write("GET / HTTP/1.1\r\n");
  expect(await answer).toMatch(/^HTTP\/1\.1 408 /u);
  child.kill("SIGTERM");
  const { code, stdout, stderr } = await ended;
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("\n  timeouts  headers 300 ms, request 700 ms, keep-alive 65000 ms\n");
});

test.each([
  [/from 1 to 3600000/u, ["--headers-timeout-ms", "0"]],
  [/from 1 to 3600000/u, ["--keep-alive-timeout-ms", "10s"]],
  [/from 1 to 3600000/u, ["--request-timeout-ms", "3600001"]],
  [/cannot end before its headers: .* is 5000, .* 10000\. Raise/u, ["--request-timeout-ms", "5000"]],
])("a limit that cannot be is refused: %s", async (sentence, args) => {
  const { code, stdout, stderr } = await runToEnd(...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(sentence);
});
