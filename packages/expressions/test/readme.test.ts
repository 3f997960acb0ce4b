import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exampleHolds } from "../scripts/example-holds.mjs";
import { functionTable, withTable } from "../scripts/function-table.mjs";
import * as expressions from "../src/index.ts";
import { functionSummaries, operatorSummaries } from "../src/reference.ts";
import { documentedExamples, ownExamples } from "./fixtures/examples.ts";

const { filterOperators, functions } = expressions;
const holds = exampleHolds(expressions);

test("the README's table is what the functions and examples are now", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const table = functionTable({
    functions,
    summaries: functionSummaries,
    documented: documentedExamples,
    own: ownExamples,
    holds,
  });
  expect(withTable(readme, table)).toBe(readme);
});

test("an example that gives something else does not count", () => {
  expect(holds({ expression: 'Append("a", "b")', value: "ab" })).toBe(true);
  expect(holds({ expression: 'Append("a", "b")', value: "ba" })).toBe(false);
  expect(holds({ expression: 'Append("a", "b")', error: "raised" })).toBe(false);
});

test("a README without marks is refused", () => {
  expect(() => withTable("# Nothing", "| table |")).toThrow("no marks");
});

test("every function and operator has a sentence, and there is none without one", () => {
  expect(Object.keys(functionSummaries).sort()).toEqual(functions.map(({ name }) => name).sort());
  expect(Object.keys(operatorSummaries).sort()).toEqual(filterOperators.map(({ name }) => name).sort());
});
