import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { input } from "../run-cli.ts";
import { offline } from "./offline.ts";

const file = fileURLToPath(new URL("expressions/mappings.test.yaml", import.meta.url));

test("expr test runs a file and ends with 1 where a test fails", async () => {
  const { code, stdout, stderr } = await offline(["expr", "test", file]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  await expect(stdout).toMatchFileSnapshot("expected/expr-test.txt");
});

test("expr test --json has each result, and 0 is for a file that passes", async () => {
  const tests = "tests: [{ name: low, expression: 'ToLower([a])', input: { a: X }, expect: x }]";
  const { code, stdout } = await offline(["expr", "test", "-", "--json"], { stdin: input(tests) });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual([{ name: "low", passed: true, expected: { value: "x" }, got: { value: "x" } }]);
});

test.each([
  ["a: [", "stdin:"],
  ["a: 1", 'it has no list "tests"'],
  ["tests: [{ expression: '[a]' }]", 'test 1: it needs one of "expect" and "error"'],
  ["tests: [{ expression: '[a]', expects: 1 }]", '"expects" is not known'],
  ["now: soon\ntests: []", '"now" is no date'],
])("expr test refuses %j", async (text, sentence) => {
  const { code, stderr } = await offline(["expr", "test", "-"], { stdin: input(text) });
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
});

test.each([
  ['tests:\n- {expression: "1", expect: !!js/function 1}', "stdin: Unresolved tag: "],
  ["[".repeat(200_000), "stdin: it is nested too deeply."],
])("expr test refuses what YAML only warns of, and what is too deep for it", async (text, told) => {
  const { code, stdout, stderr } = await offline(["expr", "test", "-"], { stdin: input(text) });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(told);
  expect(stderr.trimEnd().split("\n")).toHaveLength(2);
});
