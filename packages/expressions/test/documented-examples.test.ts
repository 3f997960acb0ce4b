import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { format, functions, parse } from "../src/index.ts";
import { documentedExamples, evaluateExample } from "./fixtures/examples.ts";

const asserted = documentedExamples.filter(({ kind }) => kind === "exact" || kind === "corrected");

test("there are 97 documented examples, 64 of them exact and one corrected", () => {
  expect(documentedExamples).toHaveLength(97);
  expect(asserted).toHaveLength(65);
});

test.each(documentedExamples)("$expression is read, and its canonical text means the same", ({ expression }) => {
  const canonical = format(parse(expression));
  expect(format(parse(canonical))).toBe(canonical);
});

test.each(asserted)("$expression of $attributes gives what its page says", (example) => {
  expect(evaluateExample(example).value).toEqual(example.value);
});

test.each(documentedExamples.filter(({ kind }) => kind === "computed"))(
  "$expression gives the computed value",
  (example) => {
    expect(evaluateExample(example).value).toEqual(example.value);
  },
);

test("every function of a documented example is in the catalogue", () => {
  const names = functions.map(({ name }) => name);
  for (const example of documentedExamples) expect(names).toContain(example.function);
});

describe("the sources", () => {
  const folder = new URL("../src/", import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join("\n");

  // True and False are how .NET prints a boolean, and shorter texts than three letters are in everything.
  const outputs = asserted
    .flatMap(({ value }): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value === "string" && value.length > 2 && !/^(?:True|False)$/.test(value));

  test.each([...new Set(outputs)])("do not have the documented output %s in them", (output) => {
    const text = String(output);
    // A short word is looked for as a text of its own: "has" is also English.
    const found = text.length > 3 ? sources.includes(text) : new RegExp(`["'\`]${text}["'\`]`).test(sources);
    expect(found).toBe(false);
  });
});
