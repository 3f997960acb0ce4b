import {
  answered,
  bandwidth,
  byteLimit,
  cut,
  type FaultScript,
  faultServer,
  latency,
  oneWay,
  resetAfter,
  slicer,
  type Toxic,
  toxicProxy,
} from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { get, type Seen, talk } from "../fault-server/client.ts";

const body = "0123456789".repeat(20);

/** What a bare client sees of a server through toxics, how long it took, and how many requests arrived. */
async function through(
  toxics: readonly Toxic[],
  script: FaultScript = answered({ body }),
): Promise<Seen & { readonly ms: number; readonly arrived: number }> {
  const server = await faultServer(script);
  const proxy = await toxicProxy(server.origin, { toxics });
  try {
    const before = performance.now();
    const seen = await talk(proxy.origin, get, (text) => text.endsWith(body));
    return { ...seen, ms: performance.now() - before, arrived: server.requests.length };
  } finally {
    await proxy.close();
    await server.close();
  }
}

describe("a proxy", () => {
  test("without toxics changes nothing, neither bytes nor how a connection ends", async () => {
    expect(await through([])).toMatchObject({ ended: "open", arrived: 1 });
    expect((await through([])).text).toMatch(/^HTTP\/1.1 200 OK\r\n[^]*9$/);
    expect(await through([], cut("after headers", "end"))).toMatchObject({ ended: "end" });
    expect(await through([], cut("before headers"))).toEqual(expect.objectContaining({ text: "", ended: "reset" }));
  });

  test("counts connections, and spoils the next ones in another way when told", async () => {
    const server = await faultServer(answered({ body }));
    const proxy = await toxicProxy(server.origin);
    expect((await talk(proxy.origin, get, (text) => text.endsWith(body))).ended).toBe("open");
    proxy.use(resetAfter(0));
    expect(await talk(proxy.origin, get)).toEqual({ text: "", ended: "reset" });
    await expect.poll(() => proxy.open).toBe(0);
    expect(proxy.accepted).toBe(2);
    await proxy.close();
    await server.close();
    expect((await talk(proxy.origin, get)).ended).toBe("reset");
  });

  test("leads to loopback only, and has bounds", async () => {
    await expect(toxicProxy("https://graph.microsoft.com")).rejects.toThrow(
      "loopback only, not to graph.microsoft.com",
    );
    const server = await faultServer(() => undefined);
    const proxy = await toxicProxy(server.origin, { maxConnections: 1, maxConnectionMs: 30 });
    expect((await talk(proxy.origin, get)).text).toBe("");
    expect((await talk(proxy.origin, get)).text).toBe("");
    expect([proxy.accepted, server.accepted]).toEqual([2, 1]);
    await proxy.close();
    await server.close();
  });
});

describe("toxics", () => {
  test("latency holds back both directions", async () => {
    expect((await through([latency(30)])).ms).toBeGreaterThanOrEqual(59);
    const { ms, ended } = await through([oneWay("up", latency(30))]);
    expect([ms >= 29, ended]).toEqual([true, "open"]);
  });

  test("a slicer and a bandwidth lose nothing", async () => {
    const whole = (await through([])).text;
    expect((await through([slicer(3)])).text).toBe(whole);
    const { text, ms } = await through([oneWay("down", bandwidth(2_000))]);
    expect(text).toBe(whole);
    // A tenth of a second and more for 267 bytes, less the last slice.
    expect(ms).toBeGreaterThanOrEqual((whole.length / 2_000) * 1_000 - 25);
  });

  test("a byte limit is a half-close, a reset is a reset, each after so many bytes", async () => {
    const limited = await through([oneWay("down", byteLimit(40))]);
    expect([limited.text.length, limited.ended]).toEqual([40, "end"]);
    const cutOff = await through([oneWay("down", resetAfter(40))]);
    expect([cutOff.text.length <= 40, cutOff.ended]).toEqual([true, "reset"]);
    expect(await through([oneWay("up", resetAfter(10))])).toMatchObject({ text: "", ended: "reset", arrived: 0 });
  });
});
