import { expect, test } from "vitest";

/** Run by ../setup.test.ts in a vitest of its own; only the quiet test may pass. */
test("console.error", () => {
  console.error("printed %s", "by error");
});

test("console.warn", () => {
  console.warn("printed by warn");
});

test("rejection", () => {
  void Promise.reject(new Error("left behind"));
});

test("quiet", () => {
  expect(1 + 1).toBe(2);
});
