import { describe, expect, test } from "vitest";
import { functions, isExpressionEvaluationError } from "../src/index.ts";
import { evaluateExample, type Example, ownExamples } from "./fixtures/examples.ts";

describe.each(functions.map(({ name }) => name))("%s", (name) => {
  const examples = ownExamples.filter((example) => example.function === name);

  test("has at least three inputs of ours", () => {
    expect(new Set(examples.map((example) => JSON.stringify(example))).size).toBeGreaterThanOrEqual(3);
  });

  test.each(examples)("$expression of $attributes: $reason", (example) => {
    if (example.error !== undefined) {
      expect(codeOf(example)).toBe(example.error);
      return;
    }
    const { value, dropped, redacted } = evaluateExample(example);
    expect({ value, dropped, redacted }).toEqual({
      value: example.value,
      dropped: example.dropped ?? false,
      redacted: example.redacted ?? false,
    });
  });
});

function codeOf(example: Example): unknown {
  try {
    return evaluateExample(example);
  } catch (error) {
    return isExpressionEvaluationError(error) ? error.code : error;
  }
}
