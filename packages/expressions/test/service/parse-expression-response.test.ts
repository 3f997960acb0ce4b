import { describe, expect, test } from "vitest";
import { toParseExpressionResponse } from "../../src/service.ts";

/** https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-parseexpression */
test("answers the documented request with the documented response", () => {
  const properties = [
    { key: "IsSoftDeleted", value: "false" },
    { key: "displayName", value: "John Smith" },
    { key: "preferredLanguage", value: "EN-US" },
    { key: "proxyAddresses", value: "" },
    { key: "appRoleAssignments", "value@odata.type": "#Collection(String)", value: ["Default Assignment"] },
  ];
  expect(toParseExpressionResponse('Replace([preferredLanguage], "-", , , "_", ,  )', { properties })).toEqual({
    error: null,
    evaluationSucceeded: true,
    evaluationResult: ["EN_US"],
    parsedExpression: {
      expression: 'Replace([preferredLanguage], "-", , , "_", , )',
      name: "Replace",
      parameters: [
        {
          key: "source",
          value: { expression: "[preferredLanguage]", name: "preferredLanguage", parameters: [], type: "Attribute" },
        },
        { key: "Find", value: { expression: '"-"', name: "-", parameters: [], type: "Constant" } },
        { key: "Replacement", value: { expression: '"_"', name: "_", parameters: [], type: "Constant" } },
      ],
      type: "Function",
    },
    parsingSucceeded: true,
  });
});

const keysOf = (text: string): readonly string[] =>
  toParseExpressionResponse(text).parsedExpression?.parameters.map(({ key }) => key) ?? [];

test.each<[string, readonly string[]]>([
  ["Mid([a], 1, 8)", ["source", "start", "length"]],
  ['Join("", [a], , [b])', ["separator", "source", "source"]],
  ['Switch([a], , "1", "2", "3", "4")', ["source", "switchValue", "switchValue", "switchValue", "switchValue"]],
  ['FormatDateTime([a], "yyyy", "yy")', ["source", "inputFormat", "outputFormat"]],
  ['FormatDateTime([a], , "yyyy", "yy")', ["source", "inputFormat", "outputFormat"]],
  ["DateFromNum([a])", ["value"]],
  ["Unknown(1, , 2)", ["argument1", "argument3"]],
])("the parameters of %s have the service's names %j", (text, keys) => {
  expect(keysOf(text)).toEqual(keys);
});

test("a number is a constant in quotes", () => {
  const [, start] = toParseExpressionResponse("Mid([a], 1, 8)").parsedExpression?.parameters ?? [];
  expect(start?.value).toEqual({ expression: '"1"', name: "1", parameters: [], type: "Constant" });
});

test("operators are functions by their own name", () => {
  const { parsedExpression } = toParseExpressionResponse('IIF([a] = "x", [a] & "y", vbTextCompare)');
  expect(parsedExpression?.parameters.map(({ value }) => [value.name, value.type])).toEqual([
    ["=", "Function"],
    ["&", "Function"],
    ["vbTextCompare", "Constant"],
  ]);
});

describe("what goes wrong is in the answer", () => {
  test("an expression that cannot be read", () => {
    const answer = toParseExpressionResponse("Join(", { properties: [] });
    expect(answer).toMatchObject({ parsingSucceeded: false, parsedExpression: null, evaluationSucceeded: false });
    expect(answer.error).toMatchObject({ code: "syntax", target: null });
    expect(answer.error?.message).toContain("Line 1, column 6");
  });

  test("an expression that has no value", () => {
    const answer = toParseExpressionResponse("Item([a], 5)", { properties: [{ key: "a", value: ["x"] }] });
    expect(answer).toMatchObject({ parsingSucceeded: true, evaluationSucceeded: false, evaluationResult: null });
    expect(answer.error).toMatchObject({ code: "argument-value", target: "Item" });
  });
});

test("nothing is tried without an object", () => {
  expect(toParseExpressionResponse("Now()", null)).toMatchObject({
    error: null,
    parsingSucceeded: true,
    evaluationSucceeded: false,
    evaluationResult: null,
  });
});

test("several values are several results, and no value is none", () => {
  expect(toParseExpressionResponse('Split("a;b", ";")', {}).evaluationResult).toEqual(["a", "b"]);
  expect(toParseExpressionResponse("[a]", { properties: [{ key: null, value: 1 }] }).evaluationResult).toEqual([]);
});

test("the clock is the caller's", () => {
  const clock = { now: () => Date.UTC(2024, 0, 2, 3, 4, 5) };
  expect(toParseExpressionResponse("Now()", {}, { clock }).evaluationResult).toEqual(["1/2/2024 3:04:05 AM"]);
});
