import { expect, test } from "vitest";
import { Refusal } from "../../src/errors/refusal.ts";
import { json } from "../../src/output/json.ts";

test("a program reads back exactly what was printed", () => {
  const value = { id: "a", secrets: [{ key: "k", value: "\u001b[31m\u009b\u202e\u2028\u007f" }], unknown: { n: 1.5 } };
  expect(JSON.parse(json(value))).toEqual(value);
});

test("no character that acts on a terminal is printed raw", () => {
  expect(json({ a: "\u001b\u009b\u202e\u2066\u200f" })).toBe('{\n  "a": "\\u001b\\u009b\\u202e\\u2066\\u200f"\n}\n');
});

test("a value that is nested too deeply is an error with a hint, not a defect", () => {
  const deep: unknown = JSON.parse("[".repeat(50_000) + "]".repeat(50_000));
  expect(() => json(deep)).toThrow(Refusal);
  expect(() => json(deep)).toThrow("The answer is nested too deeply to be printed as JSON.");
});
