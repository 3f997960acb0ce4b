import { expect, test } from "vitest";
import { interval } from "../../src/output/interval.ts";

test.each([
  ["PT40M", "every 40 min"],
  ["PT1H30M", "every 1 h 30 min"],
  ["P1D", "every 1 d"],
  ["PT20S", "every 20 s"],
  ["PT90M", "every 1 h 30 min"],
  ["P1DT12H0M0.5S", "every 1 d 12 h 0.5 s"],
  ["PT0S", "every PT0S"],
  ["P10675199DT2H48M5.4775807S", "never"],
  ["P3W", "every P3W"],
  ["P", "every P"],
  ["40", "every 40"],
  [null, ""],
  [undefined, ""],
  ["", ""],
])("the interval %j reads %j", (value, words) => {
  expect(interval(value)).toBe(words);
});
