import { expect, test } from "vitest";
import { moment } from "../../src/output/moment.ts";
import { now } from "../run-cli.ts";

test.each([
  [null, "never"],
  [undefined, "never"],
  ["", "never"],
  ["0001-01-01T00:00:00Z", "never"],
  ["0001-01-01T00:00:00", "never"],
  ["2026-05-06T06:56:09.1234567Z", "2026-05-06 06:56 UTC (11 min ago)"],
  ["2026-05-06T07:08:08Z", "2026-05-06 07:08 UTC (1 s ago)"],
  ["2026-05-06T07:08:09Z", "2026-05-06 07:08 UTC (now)"],
  ["2026-05-06T09:38:09+02:00", "2026-05-06 07:38 UTC (in 30 min)"],
  ["2026-05-03T06:00:00Z", "2026-05-03 06:00 UTC (3 d ago)"],
  ["soon", "soon"],
  ["round 5", "round 5"],
  ["2026-99-99T00:00:00Z", "2026-99-99T00:00:00Z"],
  [12, "12"],
  [{}, "{}"],
])("the time %j reads %j", (value, words) => {
  expect(moment(value, now)).toBe(words);
});
