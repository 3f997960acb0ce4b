import { expect, onTestFinished, test, vi } from "vitest";
import { type Ended, runCli } from "../run-cli.ts";
import { inProcess, quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const never = "0001-01-01T00:00:00Z";

/** A job in some states, one after another; the last one stays. */
function states(...each: readonly object[]): { readonly fetch: typeof globalThis.fetch; readonly sent: string[] } {
  const sent: string[] = [];
  let at = 0;
  const fetch: typeof globalThis.fetch = async (target, init) => {
    const { pathname } = new URL(new Request(target, init).url);
    sent.push(pathname);
    if (pathname.endsWith("/servicePrincipals")) {
      return Response.json({ value: [{ id: quillnote.servicePrincipal, displayName: "Quillnote" }] });
    }
    if (pathname.endsWith("/jobs")) return Response.json({ value: [{ id: "j" }] });
    return Response.json({ id: "j", status: each[Math.min(at++, each.length - 1)] });
  };
  return { fetch, sent };
}

const cycle = (timeEnded: string, state = "Succeeded", code = "Active"): object => ({
  code,
  lastExecution: { state, timeBegan: timeEnded, timeEnded },
});

async function watch(fetch: typeof globalThis.fetch, ...words: readonly string[]): Promise<Ended> {
  return runCli(["job", "watch", "Quillnote", "--every", "1ms", ...words, ...inProcess], { fetch });
}

test("job watch --until cycle prints each change and ends with the next cycle", async () => {
  const before = cycle("2026-05-06T07:00:00Z");
  const { fetch, sent } = states(before, before, cycle("2026-05-06T07:08:00Z"));
  const { code, stdout, stderr } = await watch(fetch, "--until", "cycle");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(
    "Active; last cycle Succeeded 2026-05-06 07:00 UTC (8 min ago)\n" +
      "Active; last cycle Succeeded 2026-05-06 07:08 UTC (9 s ago)\n",
  );
  expect(sent.filter((path) => path.endsWith("/jobs/j"))).toHaveLength(3);
});

test("job watch --until healthy waits out a quarantine, and a job that has not run is not healthy", async () => {
  const quarantine = { code: "Quarantine", quarantine: { reason: "TooManyDeletes" } };
  const { fetch } = states(quarantine, cycle(never, "Failed"), cycle("2026-05-06T07:08:00Z"));
  const { code, stdout } = await watch(fetch, "--until", "healthy", "--json");
  expect(code).toBe(0);
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([
    { id: "j", code: "Quarantine", healthy: false, quarantine: "TooManyDeletes", lastCycle: null },
    { code: "Active", lastCycle: null, result: null },
    { code: "Active", healthy: true, result: "Succeeded" },
  ]);
});

test("job watch --json prints lines of all fields, or of those that are named", async () => {
  const schedule = { state: "Active", interval: "PT40M" };
  const { fetch } = states(cycle("2026-05-06T07:00:00Z"));
  const scheduled: typeof globalThis.fetch = async (target, init) => {
    const answer = (await (await fetch(target, init)).json()) as object;
    return Response.json("status" in answer ? { ...answer, schedule } : answer);
  };
  expect((await watch(scheduled, "--until", "healthy", "--json")).stdout).toBe(
    '{"id":"j","code":"Active","healthy":true,"lastCycle":"2026-05-06T07:00:00Z","result":"Succeeded",' +
      '"quarantine":null,"next":"2026-05-06T07:40:00.000Z"}\n',
  );
  expect((await watch(scheduled, "--until", "healthy", "--json", "id,healthy")).stdout).toBe(
    '{"id":"j","healthy":true}\n',
  );
  expect((await watch(scheduled, "--until", "healthy")).stdout).toContain(
    "; next about 2026-05-06 07:40 UTC (in 31 min)",
  );
});

test("job watch says that a cycle is due rather than name a time that has passed", async () => {
  const { fetch } = states({ ...cycle("2026-05-06T06:00:00Z") });
  const scheduled: typeof globalThis.fetch = async (target, init) => {
    const answer = (await (await fetch(target, init)).json()) as object;
    return Response.json("status" in answer ? { ...answer, schedule: { state: "Active", interval: "PT40M" } } : answer);
  };
  expect((await watch(scheduled, "--until", "healthy")).stdout).toMatch(/; the next is due\n$/);
});

test("job watch --exit-status ends with 1 where the cycle failed", async () => {
  const { fetch } = states(cycle("2026-05-06T07:00:00Z"), cycle("2026-05-06T07:08:00Z", "Failed"));
  expect((await watch(fetch, "--until", "cycle", "--exit-status")).code).toBe(1);
});

test("job watch --timeout ends with 1 and says so", async () => {
  const { fetch } = states(cycle("2026-05-06T07:00:00Z"));
  const { code, stderr } = await watch(fetch, "--until", "cycle", "--timeout", "20ms");
  expect(code).toBe(1);
  expect(stderr).toContain("The time is over.");
});

test("job watch --until gives up after 2 hours unless told", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const { fetch, sent } = states(cycle("2026-05-06T07:00:00Z"));
  let ended: Ended | undefined;
  void watch(fetch, "--until", "cycle", "--every", "30m").then((given) => (ended = given));
  const began = performance.now();
  while (ended === undefined && performance.now() - began < 3 * 3_600_000) {
    await vi.advanceTimersByTimeAsync(60_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining("The time is over.") });
  // The client's own turns take some of the minutes.
  expect((performance.now() - began) / 60_000).toBeGreaterThanOrEqual(120);
  expect(sent.filter((path) => path.endsWith("/jobs/j")).length).toBeGreaterThan(2);
});

test("job watch ends with 130 at Ctrl-C", async () => {
  const tenant = await recording();
  const stop = new AbortController();
  const ended = tenant.runWith({ signal: stop.signal }, "job", "watch", "Quillnote", "--every", "1ms");
  await expect.poll(() => tenant.sent.length).toBeGreaterThan(4);
  stop.abort();
  expect((await ended).code).toBe(130);
  expect(tenant.lastWrite()).toBeUndefined();
});

test.each(["0s", "x", "2", "-1s", "1.5h"])("job watch refuses the time %j", async (time) => {
  const { fetch, sent } = states({});
  const { code, stderr } = await watch(fetch, `--timeout=${time}`);
  expect({ code, sent }).toEqual({ code: 2, sent: [] });
  expect(stderr).toContain("90s, 2h");
});
