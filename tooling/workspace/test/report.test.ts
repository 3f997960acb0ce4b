import { expect, test } from "vitest";
import { type Report, tally } from "../report.mjs";

const file = (...statuses: readonly string[]): Report["testResults"][number] => ({
  status: statuses.every((status) => status === "passed") && statuses.length > 0 ? "passed" : "failed",
  assertionResults: statuses.map((status) => ({ status })),
});

const report = (numbers: Partial<Report>): Report => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...numbers,
});

test("a run in which everything passed is good", () => {
  const all = report({ numPassedTests: 2, testResults: [file("passed", "passed")] });
  expect(tally(all)).toEqual({ line: "2 passed, 0 failed", good: true });
});

test("a failed test is counted once", () => {
  const one = report({ numPassedTests: 1, numFailedTests: 1, testResults: [file("passed", "failed")] });
  expect(tally(one)).toEqual({ line: "1 passed, 1 failed", good: false });
});

test("a file that could not be loaded counts as a failure", () => {
  const broken = report({ numPassedTests: 1, testResults: [file("passed"), file()] });
  expect(tally(broken)).toEqual({ line: "1 passed, 1 failed", good: false });
});

test("a run of nothing is not good", () => {
  expect(tally(report({}))).toEqual({ line: "0 passed, 0 failed", good: false });
});

test("what was skipped is said", () => {
  const some = report({ numPassedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [file("passed")] });
  expect(tally(some)).toEqual({ line: "1 passed, 0 failed, 2 skipped", good: true });
});
