import { describe, expect, test } from "vitest";
import { diff } from "../../src/index.ts";
import { formatYaml, parseYaml } from "../../src/yaml.ts";
import { attribute, constant, direct, inventedSchema, mapped, not, text } from "../invented-schema.ts";
import { asSchema, clause, scoped, smallSchema } from "../small-schema.ts";

const yaml = formatYaml(inventedSchema(1));

/** The lines of a list, without what they are indented by. */
const lineWith = (part: string, all = yaml): string =>
  all
    .split("\n")
    .find((line) => line.includes(part))
    ?.trim() ?? "";

describe("a mapping is a line", () => {
  test.each([
    ["a direct one", "userName", '- userName: { from: "[userPrincipalName]", matchingPriority: 1 }'],
    ["a plain one", "target1", '- target1: "[source1]"'],
    ["a function", "active: N", "- active: Not([IsSoftDeleted])"],
    ["a constant", "- kind", "- kind: '\"person\"'"],
    ["one without a source", "locale", "- locale: { source: null, defaultValue: en-US }"],
    [
      "one of an attribute with a filter",
      "emails",
      '- emails[type eq "work"].value: { from: "[mail]", flowType: ObjectAddOnly }',
    ],
  ])("%s", (_what, part, line) => {
    expect(lineWith(part)).toBe(line);
  });

  test("an attribute of a directory, a clause and a note, too", () => {
    expect(lineWith("- mail")).toBe("- mail");
    expect(lineWith("objectId: {")).toBe(
      "- objectId: { anchor: true, required: true, caseExact: true, mutability: ReadOnly }",
    );
    expect(lineWith("operatorName: EQUALS")).toBe(
      '- { sourceOperandName: department, operatorName: EQUALS, targetOperand: { values: [ "Sales: North" ] } }',
    );
    expect(lineWith("metadata: [ { key: Disposition")).toBe("metadata: [ { key: Disposition, value: Normal } ]");
  });
});

describe("comes back as it was", () => {
  test.each([
    ["a mapping that lacks a default", [{ targetAttributeName: "nick", source: attribute("mail") }]],
    ["a mapping with more than is known", [{ ...direct("mail", "nick"), later: { x: [1] } }]],
    ["members by our own names", [{ ...direct("mail", "nick"), from: "x", without: ["y"] }]],
    ["a target by our own name", [direct("mail", "verbatim")]],
    ["a mapping without a target", [{ source: null }, {}]],
    ["a target that is a whole sentence", [direct("mail", "x ".repeat(900))]],
    ["a source that its expression does not tell", [mapped("nick", { ...not("mail"), parameters: [] })]],
    ["an expression that cannot be read", [mapped("nick", { expression: "Not(" })]],
    ["a constant of several lines", [mapped("nick", constant("a\n b\n"))]],
  ])("%s", (_what, mappings) => {
    const schema = asSchema({ synchronizationRules: [{ objectMappings: [{ attributeMappings: mappings }] }] });
    expect(parseYaml(formatYaml(schema))).toEqual(schema);
  });
});

describe("a file that was edited", () => {
  test("reads a new line as a whole mapping", () => {
    const added = yaml.replace(
      '- target1: "[source1]"',
      '- target1: "[source1]"\n            - target2: ToUpper([mail])',
    );
    const [change, ...others] = diff(inventedSchema(1), parseYaml(added));
    expect(others).toEqual([]);
    expect(change).toMatchObject({ kind: "added", after: { flowType: "Always", source: { name: "ToUpper" } } });
  });

  test("may be written out in full, without our words, as JSON too", () => {
    const schema = smallSchema({ target: [text("nick")], scope: scoped([clause("mail", "IS NULL")]) });
    expect(parseYaml(JSON.stringify(schema))).toEqual(schema);
  });

  test("may have comments, which a schema cannot keep", () => {
    expect(parseYaml(`# why\n${yaml}`)).toEqual(parseYaml(yaml));
  });
});

describe("refuses", () => {
  const head =
    "graphSyncSchema: 1\nschema:\n  synchronizationRules:\n    - objectMappings:\n        - attributeMappings:\n";
  test.each([
    ["no document", "", "not-a-schema", "not null"],
    ["a broken one", "a: [", "bad-yaml", "(Line 1.)"],
    ["two of them", "directories: []\n---\ndirectories: []\n", "bad-yaml", "multiple documents"],
    ["a name twice", "directories: []\ndirectories: []\n", "bad-yaml", "directories is there twice. (Line 2.)"],
    ["a name that is a number", "1: x\n", "bad-yaml", "no text: put it in quotes"],
    ["an alias", "a: &a [1]\ndirectories: *a\n", "bad-yaml", "directories refers to another place"],
    ["a number that is rounded", "directories: []\nn: 9007199254740993\n", "bad-yaml", "n holds the number"],
    ["infinity", "directories: []\nn: .inf\n", "bad-yaml", "n holds the number .inf"],
    ["a form of another version", "graphSyncSchema: 2\nschema: {}\n", "bad-yaml", "graphSyncSchema is 2"],
    [
      "a mapping of two names",
      `${head}            - { a: "[x]", b: "[y]" }\n`,
      "bad-yaml",
      "attributeMappings[0] must be",
    ],
    ["a mapping that is a number", `${head}            - 7\n`, "bad-yaml", "attributeMappings[0] must be"],
    [
      "a wrong type",
      `${head}            - a: { matchingPriority: one }\n`,
      "not-a-schema",
      "matchingPriority must be a whole number",
    ],
    ["__proto__", "directories: []\n__proto__: { x: 1 }\n", "not-a-schema", "__proto__ is a name"],
    ["deep nesting", `directories: []\nx: ${"[".repeat(3_000)}${"]".repeat(3_000)}\n`, "bad-yaml", "nested"],
    ["very deep nesting", `directories: []\nx: ${"{a: ".repeat(20_000)}1${"}".repeat(20_000)}\n`, "bad-yaml", "nested"],
    ["deep lists", `directories:\n  - ${"- ".repeat(5_000)}x\n`, "bad-yaml", "nested"],
  ])("%s", (_what, document, code, says) => {
    expect(() => parseYaml(document)).toThrow(expect.objectContaining({ name: "SchemaError", code }));
    expect(() => parseYaml(document)).toThrow(says);
  });
});
