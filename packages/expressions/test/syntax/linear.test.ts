import { expect, test } from "vitest";
import { ExpressionSyntaxError, parse } from "../../src/index.ts";

/** Shapes that tempt a reader to look at the same characters again. */
const shapes: readonly (readonly [string, (size: number) => string])[] = [
  ["arguments", (size) => `F(${"[a],".repeat(size)})`],
  [
    "nested calls",
    (size) => `${"F(".repeat(Math.min(size, 390))}${", ".repeat(size)}${")".repeat(Math.min(size, 390))}`,
  ],
  ["open quotes", (size) => `F(${'"\\"'.repeat(size)}`],
  ["escapes", (size) => `"${"\\\\".repeat(size)}"`],
  ["open brackets", (size) => "[".repeat(size)],
  ["quotes in brackets", (size) => `[${'a"'.repeat(size)}`],
  ["white space", (size) => `F(${" \n".repeat(size)}1)`],
  ["a chain", (size) => `1${"&1".repeat(size)}`],
  ["digits", (size) => "1".repeat(size)],
  ["hexadecimal digits", (size) => `&H${"F".repeat(size)}`],
];

/** How long it takes, the shortest of many, so that whatever else runs here does not count. */
function duration(text: string): number {
  let least = Infinity;
  for (let turn = 0; turn < 40; turn += 1) {
    const began = performance.now();
    try {
      parse(text);
    } catch (error) {
      if (!(error instanceof ExpressionSyntaxError)) throw error;
    }
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

test.each(shapes)("eight times as many %s take far less than 64 times as long", (_name, shape) => {
  const [small, large] = [shape(200), shape(1600)];
  duration(large);
  // Below a hundredth of a millisecond the clock itself is what is measured.
  const ratio = duration(large) / Math.max(duration(small), 0.01);
  expect(ratio).toBeLessThan(40);
});
