import {
  AmbiguousWriteError,
  createCaller,
  type GraphResponse,
  holdBack,
  isAmbiguousWriteError,
  isTransportError,
  type Operation,
  type Plugin,
} from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { answering, json, rejection } from "../answering.ts";

const read: Operation<"test.read", object, object> = {
  id: "test.read",
  method: "GET",
  path: "/x",
  repeat: "safe",
  status: 200,
  evidence: "documented",
};
const write: Operation<"test.write", object, object> = {
  ...read,
  id: "test.write",
  method: "POST",
  repeat: "never",
};

/** A transport that never answers and does not listen to its signal. */
const deaf = (): ReturnType<typeof answering> => answering(() => new Promise<GraphResponse>(() => undefined));

describe("a call", () => {
  test("ends at its deadline, even where the transport does not listen", async () => {
    const transport = deaf();
    const error = await rejection(createCaller({ transport, timeoutMs: 10 }).call(read, {}));
    expect(isTransportError(error) && [error.kind, error.code, error.sent]).toEqual([
      "timeout",
      "ERR_DEADLINE",
      "unknown",
    ]);
    expect(transport.requests[0]?.signal.reason).toBe(error);
  });

  test("ends when its signal is aborted, with the signal's reason as cause", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const call = rejection(createCaller({ transport: deaf() }).call(read, {}, { signal: controller.signal }));
    controller.abort(reason);
    const error = await call;
    expect(isTransportError(error) && [error.kind, error.code]).toEqual(["aborted", "ERR_ABORTED"]);
    expect(isTransportError(error) && error.cause).toBe(reason);
  });

  test("that its transport held back was certainly not sent, and one that it let go may have been", async () => {
    const sent = async (letGo: boolean): Promise<unknown> => {
      const controller = new AbortController();
      const transport = answering((request) => {
        const release = holdBack(request);
        if (letGo) release();
        setTimeout(() => controller.abort());
        return new Promise<GraphResponse>(() => undefined);
      });
      const error = await rejection(createCaller({ transport }).call(write, {}, { signal: controller.signal }));
      return isAmbiguousWriteError(error) || (isTransportError(error) && error.sent);
    };
    expect([await sent(false), await sent(true)]).toEqual(["none", true]);
  });

  test("sends nothing where its signal was aborted before", async () => {
    const transport = deaf();
    const error = await rejection(createCaller({ transport }).call(write, {}, { signal: AbortSignal.abort() }));
    expect(isTransportError(error) && [error.kind, error.sent]).toEqual(["aborted", "none"]);
    expect(transport.requests).toEqual([]);
  });

  test("leaves no timer and no listener behind", async () => {
    let listeners = 0;
    const { signal } = new AbortController();
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => (listeners++, add(...args));
    signal.removeEventListener = (...args: Parameters<typeof remove>) => (listeners--, remove(...args));
    const before = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    await createCaller({ transport: answering(() => json({})) }).call(read, {}, { signal });
    await Promise.resolve();
    expect(listeners).toBe(0);
    expect(process.getActiveResourcesInfo().filter((name) => name === "Timeout")).toHaveLength(before);
  });
});

test("a plugin that throws before it gives a promise is a rejection, and leaves no timer behind", async () => {
  const reason = new Error("boom");
  const thrower: Plugin = {
    name: "thrower",
    slot: "observe",
    install: () => () => {
      throw reason;
    },
  };
  const before = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const graph = createCaller({ transport: answering(() => json({})), plugins: [thrower] });
  expect(await rejection(graph.call(read, {}))).toBe(reason);
  await Promise.resolve();
  expect(process.getActiveResourcesInfo().filter((name) => name === "Timeout")).toHaveLength(before);
});

describe("a write that must not be sent twice", () => {
  test("is ambiguous where it ends in flight", async () => {
    const error = await rejection(createCaller({ transport: deaf(), timeoutMs: 10 }).call(write, {}));
    expect(error).toBeInstanceOf(AmbiguousWriteError);
    expect(isAmbiguousWriteError(error) && [error.operation, isTransportError(error.cause)]).toEqual([
      "test.write",
      true,
    ]);
  });

  test("is ambiguous where the transport failed without a name for it", async () => {
    const transport = answering(() => Promise.reject(new TypeError("boom")));
    expect(isAmbiguousWriteError(await rejection(createCaller({ transport }).call(write, {})))).toBe(true);
    const error = await rejection(createCaller({ transport }).call(read, {}));
    expect(isTransportError(error) && [error.code, String(error.cause)]).toEqual(["ERR_NETWORK", "TypeError: boom"]);
    // What a foreign transport says may hold a header's value.
    expect(String(error)).not.toContain("boom");
  });
});
