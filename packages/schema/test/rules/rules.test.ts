import { describe, expect, test } from "vitest";
import { lint } from "../../src/index.ts";
import { ruleSummaries } from "../../src/lint/rule-summaries.ts";
import { applyFixes, lintRules } from "../../src/rules.ts";
import { smallSchema } from "../small-schema.ts";
import { cases } from "./cases.ts";

test("finds nothing in a schema in which all is well", () => {
  expect(lint(smallSchema())).toEqual([]);
});

test("every rule has a failing and a passing schema, and a sentence", () => {
  const ids = lintRules.map(({ id }) => id);
  expect(Object.keys(cases)).toEqual(ids);
  expect(Object.keys(ruleSummaries)).toEqual(ids);
});

describe.each(lintRules)("$id", ({ id, severity }) => {
  const found = cases[id];
  if (found === undefined) throw new Error(`${id} has no case.`);
  const { fails, passes, options, says, at, mends } = found;
  const findings = lint(fails, options).filter(({ rule }) => rule === id);

  test("finds it where it is, and says what it is", () => {
    const [first] = findings;
    expect(first).toMatchObject({ rule: id, severity });
    expect(first?.message).toContain(says);
    expect(first?.path.endsWith(at)).toBe(true);
  });

  test("finds nothing in the nearest thing that is right", () => {
    expect(lint(passes, options).filter(({ rule }) => rule === id)).toEqual([]);
  });

  if (mends === true) {
    test("mends it", () => {
      const fixed = applyFixes(fails, findings);
      expect(lint(fixed, options).filter(({ rule }) => rule === id)).toEqual([]);
    });
  }
});
