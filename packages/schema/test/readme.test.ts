import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ruleList, withList } from "../scripts/rule-list.mjs";
import { lintRules } from "../src/rules.ts";

test("the README's list is what the rules are now", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  expect(withList(readme, ruleList(lintRules))).toBe(readme);
});

test("a README without marks is refused", () => {
  expect(() => withList("# Nothing", "| list |")).toThrow("no marks");
});
