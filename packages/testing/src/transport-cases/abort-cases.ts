import assert from "node:assert/strict";
import type { TransportCase } from "../transport-contract.ts";
import { http } from "../fault-server/http-answer.ts";
import { failsWith, withExchange } from "./exchange.ts";

/** A case in which the caller gives up; it must end at once with the caller's reason and leave no connection. */
function abortedWhile(title: string, respond: (write: (bytes: Uint8Array) => void) => void): TransportCase {
  return {
    title,
    run: async (factory) => {
      const controller = new AbortController();
      const reason = new Error("the caller's own reason");
      await withExchange(
        factory,
        (_, socket) => {
          respond((bytes) => socket.write(bytes));
          // The bytes above need a moment on the wire; what is aborted is the wait for those that never come.
          setTimeout(() => controller.abort(reason), 20);
        },
        async ({ server, send }) => {
          await assert.rejects(send({ signal: controller.signal }), (error) => error === reason);
          await server.closed(server.requests[0]);
        },
      );
    },
  };
}

/** Giving up, by the caller or by a limit. */
export const abortCases: readonly TransportCase[] = [
  {
    title: "sends nothing where the signal was aborted before",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("200 OK", [], "{}")),
        async ({ server, send }) => {
          const reason = new Error("too late");
          await assert.rejects(send({ signal: AbortSignal.abort(reason) }), (error) => error === reason);
          assert.equal(server.requests.length, 0);
        },
      ),
  },
  abortedWhile("ends at once when aborted before the headers", () => undefined),
  abortedWhile("ends at once when aborted inside the headers", (write) =>
    write(Buffer.from("HTTP/1.1 200 OK\r\nX-Half")),
  ),
  abortedWhile("ends at once when aborted inside the body", (write) =>
    write(http("200 OK", [], "0123456789").subarray(0, -5)),
  ),
  {
    title: "is not disturbed by an abort after the end",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("200 OK", [], "{}")),
        async ({ server, send }) => {
          const controller = new AbortController();
          await send({ signal: controller.signal });
          controller.abort(new Error("late"));
          assert.equal((await send()).status, 200);
          assert.equal(server.requests.length, 2);
        },
      ),
  },
  {
    title: "ends where the headers take longer than headersTimeoutMs",
    run: (factory) =>
      withExchange(
        factory,
        () => undefined,
        async ({ server, send }) => {
          await failsWith(send(), "timeout", "ERR_HEADERS_TIMEOUT");
          await server.closed(server.requests[0]);
        },
        { headersTimeoutMs: 30 },
      ),
  },
  {
    title: "ends where the body pauses for longer than idleTimeoutMs",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("200 OK", [], "0123456789").subarray(0, -5)),
        async ({ server, send }) => {
          await failsWith(send(), "timeout", "ERR_IDLE_TIMEOUT");
          await server.closed(server.requests[0]);
        },
        { idleTimeoutMs: 30 },
      ),
  },
];
