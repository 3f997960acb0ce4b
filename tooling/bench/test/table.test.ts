import { expect, test } from "vitest";
import { table } from "../table.mjs";

const setup = () => ({ run: () => Promise.resolve(), close: () => undefined });
const comparison = {
  name: "colours",
  title: "red against blue",
  baseline: "red",
  contestants: [
    { name: "red", setup },
    { name: "crimson", setup },
    { name: "blue", setup },
    { name: "navy", peer: "blue", setup },
  ],
};
const steady = (cpuMicros: number, perSecond: number) => [{ cpuMicros, perSecond }];
const samples = new Map([
  ["red", steady(100, 8000)],
  ["crimson", steady(112.4, 7100)],
  ["blue", steady(200, 4000)],
  ["navy", steady(250, 3000)],
]);

test("a row has its ratio to its own peer first, then what it adds, costs and reaches", () => {
  expect(table(comparison, "sequential", samples).split("\n")).toEqual([
    "| sequential | ratio | added µs CPU | µs CPU a request | requests/s |",
    "| --- | ---: | ---: | ---: | ---: |",
    "| red | 1 |  | **100** (100 to 100) | **8000** (8000 to 8000) |",
    "| crimson | **1.12** (1.12 to 1.12) × red | **12** (12 to 12) | **112** (112 to 112) | **7100** (7100 to 7100) |",
    "| blue | 1 |  | **200** (200 to 200) | **4000** (4000 to 4000) |",
    "| navy | **1.25** (1.25 to 1.25) × blue | **50** (50 to 50) | **250** (250 to 250) | **3000** (3000 to 3000) |",
  ]);
});
