import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FilterOperatorName, filterOperator, filterOperators, type ScopingFilter } from "../../src/index.ts";
import { evaluateFilter } from "../../src/scope.ts";

const clause = (attribute: string, operatorName: string, ...values: readonly string[]) => ({
  sourceOperandName: attribute,
  operatorName,
  targetOperand: { values },
});
const holds = (operator: string, value: unknown, ...values: readonly string[]): boolean =>
  evaluateFilter({ groups: [{ clauses: [clause("a", operator, ...values)] }] }, { a: value }).inScope;

type Row = readonly [unknown, readonly string[], boolean, string];

const rows: Readonly<Record<FilterOperatorName, readonly Row[]>> = {
  EQUALS: [
    ["sales", ["sales"], true, "the same text"],
    ["Sales", ["sales"], false, "case counts"],
    [10, ["10"], true, "a number is compared as its digits"],
    [["x", "x"], ["x"], true, "all values are the same"],
    [["x", "y"], ["x"], false, "one value is another"],
  ],
  "NOT EQUALS": [
    ["hr", ["sales"], true, "another text"],
    ["sales", ["sales"], false, "the same text"],
    [null, ["sales"], false, "no value fails"],
  ],
  "IS TRUE": [
    [true, [], true, "a boolean"],
    ["True", [], true, "its text"],
    [false, [], false, "the opposite"],
  ],
  "IS FALSE": [
    [false, [], true, "a boolean"],
    ["false", [], true, "its text"],
    [null, [], false, "no value is not false"],
  ],
  "IS NULL": [
    [null, [], true, "no value"],
    ["", [], true, "an empty text"],
    [[], [], true, "a list of nothing"],
    ["x", [], false, "a value"],
  ],
  "IS NOT NULL": [
    ["x", [], true, "a value"],
    [false, [], true, "false is a value"],
    ["", [], false, "an empty text"],
  ],
  "REGEX MATCH": [
    ["a@domain.com", [String.raw`.*\@domain.com`], true, "it matches"],
    ["a@other.com", [String.raw`.*\@domain.com`], false, "it does not"],
    ["x1500000y", ["(1[0-9][0-9][0-9][0-9][0-9][0-9])"], true, "somewhere is enough"],
    ["A", ["a"], false, "case counts"],
  ],
  "NOT REGEX MATCH": [
    ["a@other.com", [String.raw`.*\@domain.com`], true, "it does not match"],
    ["a@domain.com", [String.raw`.*\@domain.com`], false, "it matches"],
    [null, [String.raw`.*\@domain.com`], false, "no value fails"],
  ],
  "&": [
    [514, ["2"], true, "a bit in common"],
    [512, ["2"], false, "no bit in common"],
    ["b", ["a,b,c"], true, "a part of the value"],
  ],
  "!&": [
    [512, ["2"], true, "no bit in common"],
    [514, ["2"], false, "a bit in common"],
    ["z", ["a,b,c"], true, "no part of the value"],
  ],
  ENDS_WITH: [
    ["ada@x.org", ["@x.org"], true, "it ends so"],
    ["ada@X.org", ["@x.org"], false, "case counts"],
    ["ada", ["ada.org"], false, "it is shorter"],
  ],
  Greater_Than: [
    ["10", ["9"], true, "as numbers, not as texts"],
    [9, ["9"], false, "the same"],
    ["ten", ["9"], false, "no number"],
  ],
  Greater_Than_OR_EQUALS: [
    [9, ["9"], true, "the same"],
    ["9007199254740993", ["9007199254740992"], true, "beyond 2^53"],
    [8, ["9"], false, "below"],
  ],
  Includes: [
    ["a-contractor", ["contract"], true, "a part"],
    ["a-Contractor", ["contract"], false, "case counts"],
    [null, [""], false, "no value fails"],
  ],
};

describe.each(filterOperators)("$name", ({ name }) => {
  test.each(rows[name])("of %j with %j is %s: %s", (value, values, expected) => {
    expect(holds(name, value, ...values)).toBe(expected);
  });

  test("fails without a value, unless it asks for that", () => {
    expect(holds(name, undefined, "1")).toBe(name === "IS NULL");
  });

  test("is found whatever its case", () => {
    expect(filterOperator(name.toLowerCase())?.name).toBe(name);
  });
});

const sales = { name: "sales", clauses: [clause("department", "EQUALS", "Sales"), clause("state", "IS NOT NULL")] };
const engineers = { name: "engineers", clauses: [clause("department", "EQUALS", "Engineering")] };

test("one group is enough, and all of its clauses must hold", () => {
  const filter = { groups: [sales, engineers] };
  expect(evaluateFilter(filter, { department: "Engineering" }).inScope).toBe(true);
  expect(evaluateFilter(filter, { department: "Sales", state: "WA" }).inScope).toBe(true);
  expect(evaluateFilter(filter, { department: "Sales" })).toMatchObject({ inScope: false, leaving: "deprovisioned" });
});

test("says for a person why an object is out", () => {
  const { explanation } = evaluateFilter({ groups: [sales, engineers] }, { department: "Sales" });
  expect(explanation).toBe(
    [
      "Out of scope: no group of the scoping filter holds.",
      '  "sales" does not hold: state IS NOT NULL: state has no value, and then only IS NULL holds.',
      '  "engineers" does not hold: department EQUALS Engineering: department is "Sales".',
    ].join("\n"),
  );
});

test("and why it is in", () => {
  const { explanation } = evaluateFilter({ groups: [sales, engineers] }, { department: "Engineering" });
  expect(explanation).toBe(
    'In scope: every clause of "engineers" holds.\n  department EQUALS Engineering: department is "Engineering".',
  );
});

test.each<[string, ScopingFilter | null | undefined]>([
  ["null", null],
  ["nothing", undefined],
  ["no groups", {}],
  ["an empty list", { groups: [] }],
])("%s takes everyone in", (_name, filter) => {
  expect(evaluateFilter(filter, {})).toMatchObject({ inScope: true, leaving: null });
});

test("an object that only the input filter leaves out stays as it is", () => {
  const filter = { groups: [engineers], inputFilterGroups: [{ clauses: [clause("region", "EQUALS", "EU")] }] };
  expect(evaluateFilter(filter, { department: "Engineering", region: "US" })).toMatchObject({
    inScope: false,
    leaving: "kept",
  });
  expect(evaluateFilter(filter, { department: "Engineering", region: "EU" }).inScope).toBe(true);
});

test.each([
  ["an unknown operator", clause("a", "IsMemberOf", "x"), "no operator"],
  ["nothing to compare with", clause("a", "EQUALS"), "nothing to compare"],
  ["no attribute", clause("", "IS NULL"), "no attribute"],
  ["a text where a number belongs", clause("a", "Greater_Than", "many"), "no whole number"],
  ["a pattern that cannot be mapped", clause("a", "REGEX MATCH", "(?>x)"), "atomic group"],
])("a clause with %s holds for nobody and is marked", (_name, wrong, why) => {
  const [group] = evaluateFilter({ groups: [{ clauses: [wrong] }] }, { a: "1" }).groups;
  expect(group?.clauses[0]).toMatchObject({ holds: false, misconfigured: true });
  expect(group?.clauses[0]?.reason).toContain(why);
});

test("attributes of an object's prototype are no attributes", () => {
  expect(evaluateFilter({ groups: [{ clauses: [clause("toString", "IS NULL")] }] }, {}).inScope).toBe(true);
});

test("any filter is evaluated, and a group that holds takes the object in", () => {
  const anyClause = fc.record({
    sourceOperandName: fc.constantFrom("a", "b", "c"),
    operatorName: fc.oneof(fc.constantFrom(...filterOperators.map(({ name }) => name)), fc.string()),
    targetOperand: fc.option(fc.record({ values: fc.array(fc.string(), { maxLength: 2 }) })),
  });
  const anyFilter = fc.record({
    groups: fc.array(fc.record({ clauses: fc.array(anyClause, { maxLength: 3 }) }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(anyFilter, fc.dictionary(fc.constantFrom("a", "b", "c"), fc.jsonValue()), (filter, attributes) => {
      const { inScope, groups } = evaluateFilter(filter, attributes);
      expect(inScope).toBe(groups.length === 0 || groups.some((group) => group.clauses.every((one) => one.holds)));
    }),
  );
});
