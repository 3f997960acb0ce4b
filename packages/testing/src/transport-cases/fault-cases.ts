import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import type { TransportErrorCode, TransportErrorKind } from "@graph-sync/core";
import type { FaultScript } from "../fault-server/fault-server.ts";
import {
  answered,
  type AnswerPhase,
  bomb,
  cut,
  dripped,
  endless,
  headerFlood,
  inTurn,
  stray,
} from "../fault-server/faults.ts";
import type { TransportCase } from "../transport-contract.ts";
import { failsWith, withExchange } from "./exchange.ts";

const body = { value: ["one", "two"] };

/** A connection that is reset or closed at each phase of an answer, and the name that has. */
const cuts: readonly (readonly [AnswerPhase, TransportErrorCode])[] = [
  ["before headers", "ERR_RESET"],
  ["in headers", "ERR_RESET"],
  ["after headers", "ERR_TRUNCATED"],
  ["in body", "ERR_TRUNCATED"],
];

/** A fault after which the transport must be as it was: the next request is answered, and nothing is left of this one. */
function fault(
  title: string,
  script: FaultScript,
  [kind, code]: readonly [TransportErrorKind, TransportErrorCode],
): TransportCase {
  return {
    title,
    run: (factory) =>
      withExchange(
        factory,
        { answer: inTurn(script, answered({ body })) },
        async ({ server, send }) => {
          const { signal } = new AbortController();
          await failsWith(send({ method: "PUT", body: "{}", signal }), kind, code);
          await server.closed(server.requests[0]);
          assert.equal(getEventListeners(signal, "abort").length, 0, "a listener stayed on the request's signal");
          assert.equal((await send()).body, JSON.stringify(body));
          assert.equal(server.requests.length, 2);
        },
        { maxResponseBytes: 1024 * 1024 },
      ),
  };
}

/** Faults of a connection and of those who answer on it. */
export const faultCases: readonly TransportCase[] = [
  ...cuts.flatMap(([phase, code]) => [
    fault(`names a reset ${phase} and goes on with the next request`, cut(phase, "reset", { body }), ["network", code]),
    fault(`names a connection that is closed ${phase}`, cut(phase, "end", { body }), ["network", code]),
  ]),
  fault("stops a body that does not end", endless({ maxBytes: 16 * 1024 * 1024 }), ["too-large", "ERR_TOO_LARGE"]),
  fault("stops headers that do not end", headerFlood(), ["network", "ERR_NETWORK"]),
  fault("refuses what is not HTTP", (_, wire) => wire.write("SSH-2.0-OpenSSH_9.2\r\n\r\n"), ["network", "ERR_NETWORK"]),
  {
    title: "stops a body that grows when it is decoded twice",
    run: (factory) =>
      withExchange(
        factory,
        { answer: bomb({ decodedBytes: 64 * 1024 * 1024, codings: ["gzip", "br"] }) },
        ({ send }) => failsWith(send(), "too-large", "ERR_TOO_LARGE"),
        { maxResponseBytes: 1024 * 1024 },
      ),
  },
  {
    title: "reads an answer that comes a few bytes at a time",
    run: (factory) =>
      withExchange(
        factory,
        { answer: dripped({ bytes: 9, everyMs: 1 }, { body }) },
        async ({ send }) => assert.equal((await send()).body, JSON.stringify(body)),
        { idleTimeoutMs: 5_000 },
      ),
  },
  {
    title: "never takes a stray answer for the next request's",
    run: (factory) =>
      withExchange(
        factory,
        {
          answer: stray(
            ({ target }) => ({ body: target }),
            () => ({ body: "stray", echo: "wrong" }),
          ),
        },
        async ({ server, send }) => {
          for (let call = 0; call < 20; call += 1) {
            const target = `/v1.0/${call}`;
            const body = await send({ url: `${server.origin}${target}` }).then(
              (answer) => answer.body,
              () => "refused",
            );
            assert.ok(body === target || body === "refused", `${target} was answered ${body}`);
          }
        },
      ),
  },
];
