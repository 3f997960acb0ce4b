import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { slice } from "../slice.mjs";

/** A meter that counts the requests that ended: 3 µs of CPU and 2 ms for each. */
function counting() {
  const seen = { ended: 0, under: 0, most: 0, meterings: [] as number[] };
  const run = async (): Promise<void> => {
    seen.under += 1;
    seen.most = Math.max(seen.most, seen.under);
    await turn();
    seen.under -= 1;
    seen.ended += 1;
  };
  const meter = () => {
    seen.meterings.push(seen.ended);
    return { cpuMicros: seen.ended * 3, wallMs: seen.ended * 2 };
  };
  return { seen, run, meter };
}

test("as many requests as asked for are under way, never more", async () => {
  const { seen, run, meter } = counting();
  await slice(run, { inFlight: 4, requests: 20 }, meter);
  expect(seen.most).toBe(4);
});

test("what is measured lies between requests before and after it that are not", async () => {
  const { seen, run, meter } = counting();
  await slice(run, { inFlight: 1, requests: 20 }, meter);
  expect(seen.meterings).toEqual([0, 2, 22]);
  expect(seen.ended).toBe(24);
});

test("a sample is CPU time a request and requests a second", async () => {
  const { run, meter } = counting();
  expect(await slice(run, { inFlight: 1, requests: 20 }, meter)).toEqual({ cpuMicros: 3, perSecond: 500 });
});

test("a request that fails ends the slice with its error", async () => {
  const run = () => Promise.reject(new Error("no jobs"));
  await expect(slice(run, { inFlight: 2, requests: 5 })).rejects.toThrow("no jobs");
});
