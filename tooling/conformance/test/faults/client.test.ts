import { getEventListeners } from "node:events";
import {
  isGraphServiceError,
  isTransportError,
  isUntrustedLinkError,
  listJobs,
  type OperationInfo,
} from "@graph-sync/core";
import * as operations from "@graph-sync/core/operations";
import { retry, throttle } from "@graph-sync/plugin-retry";
import { answered, cut, dripped, faultServer, type FaultScript, inTurn } from "@graph-sync/testing";
import { describe, expect, onTestFinished, test } from "vitest";
import { transports } from "../transports.ts";
import { connect } from "./connect.ts";
import { create, read, type Row } from "./rows.ts";

const own = answered(({ headers }) => ({ body: { of: headers["client-request-id"] } }));
const busy = answered({ status: "429 Too Many Requests", headers: ["Retry-After: 3600"], body: {} });

/** The writes of the contract that must not happen twice, with what they take. */
const onceOnly = Object.values<OperationInfo>(operations).filter(({ repeat }) => repeat === "never");

const anyInput = {
  servicePrincipalId: "1",
  applicationTemplateId: "2",
  jobId: "3",
  body: { displayName: "x", templateId: "x", Operations: [{}] },
};

describe.each(transports)("over %s", (_, make) => {
  test.each(onceOnly.map(({ id }) => id))("%s is sent once, whatever it meets but a 429", async (id) => {
    const row = onceOnly.find((one) => one.id === id) as Row;
    const statuses = ["404 Not Found", "408 Request Timeout", "500 Internal Server Error", "503 Service Unavailable"];
    for (const script of [...statuses.map((status) => answered({ status, body: {} })), cut("before headers")]) {
      const { caller, server } = await connect(make, script);
      await expect(caller.call(row, anyInput)).rejects.toBeDefined();
      expect(server.requests).toHaveLength(1);
    }
  });

  test("a call says who it is once an attempt, and nothing that only Microsoft's clients say", async () => {
    const { call, server } = await connect(make, inTurn(cut("before headers"), own));
    expect((await call(read)).value).toBeDefined();
    const [first, second] = server.requests.map(({ headers }) => headers);
    expect(first?.["client-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.["client-request-id"]).not.toBe(first?.["client-request-id"]);
    expect([first?.["retry-attempt"], second?.["retry-attempt"]]).toEqual([undefined, "1"]);
    for (const headers of [first, second]) {
      expect(Object.keys(headers ?? {})).not.toEqual(expect.arrayContaining(["sdkversion"]));
      // Places without support for compressed requests answer 400, not 415.
      expect(headers?.["content-encoding"]).toBeUndefined();
    }
  });

  test("a nextLink that leads away is refused before a connection is opened, and a strange one of Graph's is sent as it is", async () => {
    const elsewhere = await faultServer(own);
    onTestFinished(() => elsewhere.close());
    let link = "";
    const { caller, server } = await connect(
      make,
      answered(({ target }) => ({
        body: target.includes("skiptoken") ? { value: [] } : { value: [], "@odata.nextLink": link },
      })),
    );
    const { host } = new URL(server.origin);
    const away = [
      `${elsewhere.origin}/v1.0/x`,
      `http://${host}@${new URL(elsewhere.origin).host}/v1.0/x`,
      `http://a:b@${host}/v1.0/x`,
      `https://${host}/v1.0/x`,
      `${server.origin}/other/x`,
      `${server.origin}/v1.0/../other`,
      "//127.0.0.1/v1.0/x",
    ];
    const pages = caller.pages(listJobs, { servicePrincipalId: "1" });
    const all = async (): Promise<void> => {
      for await (const _job of pages);
    };
    for (link of away) {
      const error: unknown = await all().catch((reason: unknown) => reason);
      expect(isUntrustedLinkError(error), `${link}: ${String(error)}`).toBe(true);
    }
    expect([elsewhere.accepted, server.requests.length]).toEqual([0, away.length]);

    link = `${server.origin}/v1.0/x?$skiptoken={a}|%7b%2525~`;
    await all();
    expect(`${server.origin}${server.requests.at(-1)?.target}`).toBe(link);
  });

  test("a body that a 204 must not have is never the next request's answer", async () => {
    const spoiled: FaultScript = (request, wire) =>
      wire.write(
        `HTTP/1.1 204 No Content\r\nclient-request-id: ${request.headers["client-request-id"]}\r\n\r\n{"of":"nobody"}`,
      );
    const { caller, server } = await connect(make, (request, wire) =>
      (request.method === "DELETE" ? spoiled : own)(request, wire),
    );
    const row: Row = { ...create, method: "DELETE", repeat: "idempotent", status: 204 };
    for (let turn = 0; turn < 20; turn += 1) {
      expect(await caller.call(row, {})).toBeUndefined();
      const outcome: unknown = await caller.call(read, {}).catch((error: unknown) => error);
      if (isTransportError(outcome)) continue;
      expect(outcome).toEqual({ of: server.requests.at(-1)?.headers["client-request-id"] });
    }
  });

  test("the deadline ends a body that never pauses long enough to be idle, and its connection", async () => {
    const { caller, server, host } = await connect(
      make,
      dripped({ bytes: 40, everyMs: 5 }, { body: "x".repeat(400_000) }),
    );
    const call = caller.call(read, {}, { timeoutMs: 1_000 }).catch((reason: unknown) => reason);
    await expect.poll(() => server.journal[0]?.answeredBytes).toBeGreaterThan(100);
    await host.clock.advance(1_000);
    expect(await call).toMatchObject({ kind: "timeout", code: "ERR_DEADLINE", sent: "unknown" });
    await server.closed(server.requests[0]);
  });
});

/** The waits of a call. Each answers nothing more until the client is gone. */
const waits: readonly (readonly [string, FaultScript])[] = [
  ["for the headers", cut("before headers", "silence")],
  ["inside the headers", cut("in headers", "silence")],
  ["for the body", cut("after headers", "silence")],
  ["inside the body", cut("in body", "silence")],
  ["for a retry", busy],
];

describe.each(transports)("an abort over %s", (_, make) => {
  test.each(waits)("while it waits %s ends the call at once and leaves nothing", async (_wait, script) => {
    const { caller, server, host } = await connect(make, script);
    const controller = new AbortController();
    const reason = new Error("enough");
    const call = caller.call(read, {}, { signal: controller.signal, timeoutMs: 86_400_000 }).catch((e: unknown) => e);
    await expect.poll(() => server.requests.length).toBe(1);
    // What the script wrote must have come to the client, so that this is the wait it says.
    await new Promise((resolve) => setTimeout(resolve, 30));
    controller.abort(reason);
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    const error = await call;
    clearInterval(counting);
    expect(isTransportError(error) && [error.code, error.cause]).toEqual(["ERR_ABORTED", reason]);
    expect(turns).toBeLessThanOrEqual(1);
    expect([getEventListeners(controller.signal, "abort").length, host.clock.pending]).toEqual([0, 0]);
    if (script !== busy) await server.closed(server.requests[0]);
  });

  test("while it is held back behind a 429 of another call ends it at once, and nothing of it is sent", async () => {
    const { caller, server, host } = await connect(make, busy, { plugins: [retry({ attempts: 1 }), throttle()] });
    const first: unknown = await caller.call(read, {}).catch((error: unknown) => error);
    expect(isGraphServiceError(first) && first.status).toBe(429);
    const controller = new AbortController();
    const second = caller.call(read, {}, { signal: controller.signal, timeoutMs: Infinity }).catch((e: unknown) => e);
    await host.clock.advance(0);
    controller.abort();
    expect(await second).toMatchObject({ code: "ERR_ABORTED", sent: "none" });
    expect(server.requests).toHaveLength(1);
    expect([getEventListeners(controller.signal, "abort").length, host.clock.pending]).toEqual([0, 0]);
  });

  test("between pages ends the loop, and the next page is not asked for", async () => {
    const controller = new AbortController();
    const { caller, server } = await connect(
      make,
      answered(() => ({ body: { value: [{ id: "1" }], "@odata.nextLink": `${server.origin}/v1.0/next` } })),
    );
    const pages = caller.pages(listJobs, { servicePrincipalId: "1" }, { signal: controller.signal });
    const all = async (): Promise<void> => {
      for await (const _job of pages) controller.abort();
    };
    await expect(all()).rejects.toMatchObject({ code: "ERR_ABORTED" });
    expect(server.requests).toHaveLength(1);
  });
});
