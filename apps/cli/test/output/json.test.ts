import { expect, test } from "vitest";
import { json } from "../../src/output/json.ts";

test("a program reads back exactly what was printed", () => {
  const value = { id: "a", secrets: [{ key: "k", value: "\u001b[31m\u009b\u202e\u2028\u007f" }], unknown: { n: 1.5 } };
  expect(JSON.parse(json(value))).toEqual(value);
});

test("no character that acts on a terminal is printed raw", () => {
  expect(json({ a: "\u001b\u009b\u202e\u2066\u200f" })).toBe('{\n  "a": "\\u001b\\u009b\\u202e\\u2066\\u200f"\n}\n');
});
