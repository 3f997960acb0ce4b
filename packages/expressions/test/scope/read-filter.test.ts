import { expect, test } from "vitest";
import { readFilter, ScopingFilterError } from "../../src/scope.ts";

const filter = {
  groups: [
    { name: "g", clauses: [{ sourceOperandName: "a", operatorName: "EQUALS", targetOperand: { values: ["x"] } }] },
  ],
  inputFilterGroups: [],
  categoryFilterGroups: null,
  "x-unknown": 1,
};

test("gives the filter back as it is, unknown members included", () => {
  expect(readFilter(filter)).toBe(filter);
  expect(readFilter({})).toEqual({});
});

const inClause = (change: object): unknown => ({
  groups: [{ clauses: [{ ...filter.groups[0]?.clauses[0], ...change }] }],
});

test.each<[unknown, string]>([
  [null, ""],
  [[], ""],
  [{ groups: {} }, "groups"],
  [{ groups: ["x"] }, "groups[0]"],
  [{ inputFilterGroups: [{ name: 1 }] }, "inputFilterGroups[0].name"],
  [{ categoryFilterGroups: [{ clauses: "x" }] }, "categoryFilterGroups[0].clauses"],
  [inClause({ operatorName: "IsMemberOf" }), "groups[0].clauses[0].operatorName"],
  [inClause({ sourceOperandName: null }), "groups[0].clauses[0].sourceOperandName"],
  [inClause({ targetOperand: null }), "groups[0].clauses[0].targetOperand.values"],
  [inClause({ targetOperand: { values: [1] } }), "groups[0].clauses[0].targetOperand.values[0]"],
])("%j is refused at %j", (json, path) => {
  expect(() => readFilter(json)).toThrow(ScopingFilterError);
  expect(() => readFilter(json)).toThrow(expect.objectContaining({ path }));
});

test("a unary operator needs nothing to compare with", () => {
  expect(() => readFilter(inClause({ operatorName: "IS NULL", targetOperand: null }))).not.toThrow();
});
