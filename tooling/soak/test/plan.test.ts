import { expect, test } from "vitest";
import { faultAt, faultKinds, operationAt } from "../src/plan.ts";

const numbers = Array.from({ length: 10_000 }, (_, number) => number);
const planOf = (seed: number): readonly unknown[] =>
  numbers.map((number) => [operationAt(seed, number), faultAt(seed, `n-${number}`, 1 + (number % 3), 0.3)]);

test("a plan follows from its seed alone, and another seed has another one", () => {
  expect(planOf(7)).toEqual(planOf(7));
  expect(planOf(7)).not.toEqual(planOf(8));
});

test("faults befall the share that was asked for, each kind about as often, on first and on later requests", () => {
  for (const arrival of [1, 2, 5]) {
    const faults = numbers.flatMap((number) => faultAt(1, `n-${number}`, arrival, 0.3) ?? []);
    expect(faults.length / numbers.length).toBeCloseTo(0.3, 1);
    const counts = faultKinds.map((kind) => faults.filter((fault) => fault === kind).length);
    expect(Math.min(...counts)).toBeGreaterThan(faults.length / faultKinds.length / 2);
  }
  expect(numbers.some((number) => faultAt(1, `n-${number}`, 1, 0) !== undefined)).toBe(false);
});

test("operations are mixed, and some of their callers give up", () => {
  const operations = numbers.map((number) => operationAt(1, number));
  const share = (kind: string): number => operations.filter((one) => one.kind === kind).length / numbers.length;
  expect([share("read"), share("create"), share("delete")].map((one) => Math.round(one * 20) / 20)).toEqual([
    0.35, 0.2, 0.05,
  ]);
  const leaving = operations.filter(({ abortAfterMs }) => abortAfterMs !== undefined).length / numbers.length;
  expect(leaving).toBeCloseTo(0.02, 2);
});
