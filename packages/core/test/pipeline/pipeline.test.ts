import {
  createCaller,
  createClient,
  defineOption,
  definePlugin,
  isTransportError,
  type Plugin,
  type PluginHost,
  resent,
  SLOTS,
  TransportError,
  withHeader,
} from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { answering, json, rejection } from "../answering.ts";

/** Writes its name down before and after each request. */
function witness(name: string, slot: Plugin["slot"], log: string[]): Plugin {
  return definePlugin({
    name,
    slot,
    install: (next) => async (request) => {
      log.push(name);
      const response = await next(request);
      log.push(`/${name}`);
      return response;
    },
  });
}

describe("plugins", () => {
  test("are met in the order of their slots, and in a slot in the order of the array", async () => {
    const log: string[] = [];
    const reversed = SLOTS.toReversed().map((slot) => witness(slot, slot, log));
    const graph = createClient({
      transport: answering(() => json({})),
      plugins: [reversed, [[witness("auth2", "auth", log)]]],
    });
    await graph.servicePrincipals("1").synchronization.get();
    const order = ["observe", "cache", "retry", "throttle", "auth", "auth2", "attempt"];
    expect(graph.plugins.map(({ name }) => name)).toEqual(order);
    expect(log).toEqual([...order, ...order.toReversed().map((name) => `/${name}`)]);
  });

  test("are installed once a client and told who the client is", () => {
    const hosts: PluginHost[] = [];
    const spy: Plugin = { name: "spy", slot: "observe", install: (next, host) => (hosts.push(host), next) };
    const auth: Plugin = {
      name: "a",
      slot: "auth",
      partition: { id: "tenant/client", stable: true },
      install: (next) => next,
    };
    createClient({ transport: answering(() => json({})), plugins: [spy, auth] });
    createClient({ transport: answering(() => json({})), plugins: [spy] });
    createClient({ transport: answering(() => json({})), plugins: [spy] });
    expect(hosts.map(({ origin }) => origin)).toEqual(Array(3).fill("https://graph.microsoft.com"));
    expect(hosts[0]?.partition).toEqual({ id: "tenant/client", stable: true });
    expect(hosts[1]?.partition.stable).toBe(false);
    expect(hosts[1]?.partition.id).not.toBe(hosts[2]?.partition.id);
  });

  test("get frozen requests with the operation and the ids", async () => {
    const transport = answering(() => json({}));
    await createClient({ transport }).applications("a1").synchronization.jobs("j1").get();
    const [request] = transport.requests;
    expect(Object.isFrozen(request) && Object.isFrozen(request?.headers) && Object.isFrozen(request?.params)).toBe(
      true,
    );
    expect(request?.operation.id).toBe("jobs.get");
    expect(request?.params).toEqual({ applicationId: "a1", jobId: "j1" });
    expect(Object.getPrototypeOf(request?.headers)).toBe(null);
  });

  test("read the options of a call by typed key", async () => {
    const color = defineOption<string>("color");
    const seen: unknown[] = [];
    const reader: Plugin = {
      name: "reader",
      slot: "observe",
      install: (next) => (request) => (seen.push(color.of(request.options)), next(request)),
    };
    const sync = createClient({ transport: answering(() => json({})), plugins: [reader] }).applications(
      "1",
    ).synchronization;
    await sync.get(undefined, { context: [color("red"), color("blue")] });
    await sync.get();
    expect(seen).toEqual(["blue", undefined]);
  });

  test("see a status as a value; only the client makes an error of it", async () => {
    const statuses: number[] = [];
    const reader: Plugin = {
      name: "reader",
      slot: "observe",
      install: (next) => async (request) => {
        const response = await next(request);
        statuses.push(response.status);
        return response.status === 404 ? { ...response, status: 200 } : response;
      },
    };
    const graph = createClient({ transport: answering(() => json({}, 404)), plugins: [reader] });
    expect(await graph.servicePrincipals("1").synchronization.get()).toEqual({});
    expect(statuses).toEqual([404]);
  });
});

describe("an attempt", () => {
  const twice: Plugin = {
    name: "twice",
    slot: "retry",
    install: (next) => async (request) => {
      await next(request);
      return next(request);
    },
  };

  test("has its own client-request-id, and onResponse says how many there were", async () => {
    const transport = answering(() => json({}));
    let attempts = 0;
    await createClient({ transport, plugins: [twice] })
      .servicePrincipals("1")
      .synchronization.get(undefined, { onResponse: (info) => (attempts = info.attempts) });
    const ids = transport.requests.map(({ headers }) => headers["client-request-id"]);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(attempts).toBe(2);
  });

  test("is made again, once, where a kept-alive connection died under it and the transport brings the layer for it", async () => {
    const reset = (reusedSocket: boolean): TransportError =>
      new TransportError("gone", { code: "ERR_RESET", reusedSocket });
    const recovering = answering((_, count) => (count === 1 ? Promise.reject(reset(true)) : json({})));
    await createClient({ transport: { ...recovering, layer: resent } })
      .servicePrincipals("1")
      .synchronization.get();
    expect(recovering.requests).toHaveLength(2);
    expect(recovering.requests[0]?.headers["client-request-id"]).not.toBe(
      recovering.requests[1]?.headers["client-request-id"],
    );

    const dead = answering(() => Promise.reject(reset(true)));
    expect(
      isTransportError(
        await rejection(
          createClient({ transport: { ...dead, layer: resent } })
            .servicePrincipals("1")
            .synchronization.get(),
        ),
      ),
    ).toBe(true);
    expect(dead.requests).toHaveLength(2);

    const fresh = answering(() => Promise.reject(reset(false)));
    await rejection(
      createClient({ transport: { ...fresh, layer: resent } })
        .servicePrincipals("1")
        .synchronization.get(),
    );
    expect(fresh.requests).toHaveLength(1);

    const without = answering(() => Promise.reject(reset(true)));
    await rejection(createClient({ transport: without }).servicePrincipals("1").synchronization.get());
    expect(without.requests).toHaveLength(1);
  });

  test("of a DELETE that finds nothing the second time has done its work", async () => {
    const transport = answering((_, count) => {
      if (count === 1) {
        throw new TransportError("gone", { code: "ERR_RESET", reusedSocket: true });
      }
      return json({}, 404);
    });
    await createClient({ transport: { ...transport, layer: resent } })
      .servicePrincipals("1")
      .synchronization.jobs("j")
      .delete();
    expect(transport.requests.map(({ method }) => method)).toEqual(["DELETE", "DELETE"]);
  });

  test("of a write that must not be sent twice is not made again", async () => {
    const transport = answering(() =>
      Promise.reject(new TransportError("gone", { code: "ERR_RESET", reusedSocket: true })),
    );
    const row = { id: "w", method: "POST", path: "/w", repeat: "never", status: 204, evidence: "documented" } as const;
    await rejection(createCaller({ transport: { ...transport, layer: resent } }).call(row, {}));
    expect(transport.requests).toHaveLength(1);
  });
});

test("withHeader leaves the record that it copies as it was", () => {
  const before = withHeader({}, "a", "1");
  const after = withHeader(before, "b", "2");
  expect([{ ...before }, { ...after }]).toEqual([{ a: "1" }, { a: "1", b: "2" }]);
});
