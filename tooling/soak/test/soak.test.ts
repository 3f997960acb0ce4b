import { fetchTransport } from "@graph-sync/transport-fetch";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";
import type { TransportFactory } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { repeating, trusting } from "../src/broken.ts";
import { run, soak } from "../src/soak.ts";

const transports: readonly (readonly [string, TransportFactory])[] = [
  ["fetch", fetchTransport],
  ["node-http", nodeHttpTransport],
];
const short = { seed: 4711, operations: 200, faults: 0.3 };
// A platform's pool gives up its idle connections after some seconds, and each run waits for that.
const timeout = 120_000;

describe.each(transports)("over %s", (_, transport) => {
  test("nothing is lost, done twice, mixed up or left behind", { timeout }, async () => {
    const { verdict, ...report } = await soak({ ...short, transport });
    expect(Object.entries(verdict).filter(([, found]) => found.length > 0)).toEqual([]);
    expect([report.leakedSockets, report.leakedTimers, report.leakedListeners]).toEqual([0, 0, 0]);
    expect(report.spoiled / report.requests).toBeGreaterThan(0.2);
    expect(report.done).toBeGreaterThan(report.unknown);
  });

  test("without the echo check there are wrong answers, and the oracle sees them", { timeout }, async () => {
    const { verdict } = await run({ ...short, transport: trusting(transport) });
    expect(verdict.wrong.length).toBeGreaterThan(0);
  });

  test("without the rule of repeating there are writes done twice, and the oracle sees them", { timeout }, async () => {
    const { verdict } = await run({ ...short, transport, spoiling: [repeating] });
    expect(verdict.doubled.length).toBeGreaterThan(0);
  });
});
