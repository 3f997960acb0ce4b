import type { DirectoryDefinition } from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import {
  diff,
  format,
  fromPortable,
  isSchemaError,
  lint,
  parse,
  plan,
  SchemaError,
  toPortable,
} from "../../src/index.ts";
import { formatYaml } from "../../src/yaml.ts";
import { asSchema, smallSchema } from "../small-schema.ts";

/** What every function does with a value that came from anywhere. */
const functions: Readonly<Record<string, (value: never) => unknown>> = {
  format,
  formatYaml,
  lint,
  toPortable,
  diffOfFirst: (value) => diff(value, smallSchema()),
  diffOfSecond: (value) => diff(smallSchema(), value),
  planOfCurrent: (value) => plan(value, smallSchema()),
  planOfDesired: (value) => plan(smallSchema(), value),
  fromPortable: (value) => fromPortable(value, {}),
};

class Schema {
  readonly synchronizationRules: readonly never[] = [];
}

const rules = (...items: readonly unknown[]): unknown => ({ synchronizationRules: items });
const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = { a: value };
  return { synchronizationRules: [], unknown: value };
};
const cyclic: { synchronizationRules: unknown[]; self?: unknown } = { synchronizationRules: [] };
cyclic.self = cyclic;

const bad: readonly (readonly [what: string, value: unknown, path: string, says: string])[] = [
  ["null", null, "", "not null"],
  ["undefined", undefined, "", "not undefined"],
  ["a text", "{}", "", "not a string"],
  ["an array", [], "", "not an array"],
  ["a function", () => 1, "", "not a function"],
  ["an object of something else", { value: [] }, "", "neither synchronizationRules nor directories"],
  ["an instance of a class", new Schema(), "", "instance of a class"],
  ["rules that are no list", { synchronizationRules: {} }, "synchronizationRules", "an array, not an object"],
  ["a rule that is null", rules(null), "synchronizationRules[0]", "not null"],
  ["a rule that is a number", rules({}, 7), "synchronizationRules[1]", "the number 7"],
  ["a priority in words", rules({ priority: "1" }), "synchronizationRules[0].priority", "a whole number, not a string"],
  ["half a priority", rules({ priority: 0.5 }), "synchronizationRules[0].priority", "whole number"],
  ["a name that is a list", { directories: [{ name: ["x"] }] }, "directories[0].name", "string, not an array"],
  ["undefined inside", rules({ name: undefined }), "synchronizationRules[0].name", "not undefined"],
  ["a date inside", { directories: [], at: new Date(0) }, "at", "instance of a class"],
  ["not a number inside", { directories: [], at: [Number.NaN] }, "at[0]", "JSON has, not the number NaN"],
  ["a big integer inside", { directories: [], at: { "b.c": 1n } }, 'at["b.c"]', "a bigint"],
  [
    "__proto__ as a member",
    JSON.parse('{"directories":[{"__proto__":{"x":1}}]}'),
    "directories[0].__proto__",
    "remove",
  ],
  ["deep nesting", nested(2_000), "unknown.a.a.a.a.a.a.a.a.a.a.a", "deeper than 500"],
  ["very deep nesting", nested(200_000), "unknown.a.a.a.a.a.a.a.a.a.a.a", "deeper than 500"],
  ["a cycle", cyclic, "self.self.self.self.self.self.self.self.self.self.self.self", "deeper than 500"],
];

describe.each(Object.entries(functions))("%s refuses", (_name, run) => {
  test.each(bad)("%s", (_what, value, path, says) => {
    // The point is what happens with values that the types forbid.
    const error = caught(() => run(value as never));
    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({ code: "not-a-schema", path });
    expect(error.message).toContain(says);
  });
});

test("a template and a directory that are none are refused in the same way", () => {
  const wrong = { priority: 1, name: 7 } as unknown as DirectoryDefinition;
  expect(() => lint(smallSchema(), { directory: [wrong] })).toThrow(
    expect.objectContaining({ code: "not-a-schema", path: "directory.name" }),
  );
  expect(() => lint(smallSchema(), { template: wrong })).toThrow(expect.objectContaining({ code: "not-a-schema" }));
});

test("documented answers with empty objects and missing members are schemas", () => {
  const documented = asSchema({
    directories: [{ name: "A", objects: [{ name: "User", attributes: [{ name: "mail", type: "string" }] }, {}] }, {}],
    synchronizationRules: [{ objectMappings: [{ attributeMappings: [{ source: {} }, {}] }, {}] }, {}],
  });
  expect(parse(format(documented))).toEqual(documented);
  expect(parse(JSON.stringify(documented))).toEqual(documented);
});

test("members that nobody knows may hold any JSON", () => {
  const schema = asSchema({
    synchronizationRules: [{ later: { list: [1, null, { "": [true] }] } }],
    constructor: "mine",
  });
  expect(parse(format(schema))).toEqual(schema);
});

test("nothing reaches the prototype of other objects", () => {
  const dirty = JSON.parse(
    '{"directories":[{"name":"__proto__"}],"constructor":{"prototype":{"polluted":1}}}',
  ) as object;
  const schema = asSchema(dirty);
  lint(schema);
  plan(schema, schema);
  fromPortable(toPortable(schema).schema, JSON.parse('{"__proto__":{"polluted":1}}') as Record<string, string>);
  expect(parse(format(schema))).toEqual(schema);
  expect("polluted" in {}).toBe(false);
});

test("an error of another copy of the package is known by its brand", () => {
  const other = Object.defineProperty(new Error("x"), Symbol.for("graph-sync.schema-error"), { value: true });
  expect([isSchemaError(other), isSchemaError(new Error("x")), isSchemaError(null)]).toEqual([true, false, false]);
});

function caught(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("Nothing was thrown.");
}
