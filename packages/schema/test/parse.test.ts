import { describe, expect, test } from "vitest";
import { format, parse } from "../src/index.ts";
import { inventedSchema } from "./invented-schema.ts";
import { asSchema } from "./small-schema.ts";

const schema = inventedSchema(2);

test("reads a file as the portal saves it: a byte order mark, tabs, Windows line ends, service context and all", () => {
  const file = `\uFEFF${JSON.stringify(schema, null, "\t").replaceAll("\n", "\r\n")}`;
  expect(parse(file)).toEqual(schema);
});

test("keeps what the service sent: null, empty lists, unknown members, seven digits of a second", () => {
  const text = '{"directories":null,"synchronizationRules":[{"x-new":{"at":"2026-03-01T04:05:06.7890123Z"}}]}';
  expect(JSON.stringify(parse(text))).toBe(text);
});

describe("refuses", () => {
  test.each([
    ["no text at all", "", "is not JSON"],
    ["a text cut short", '{"directories":[', "is not JSON"],
    ["a comma too many", '{"directories":[],}', "is not JSON"],
    ["a whole number that JavaScript rounds", '{"directories":[],"n":9007199254740993}', "9007199254740993"],
    ["a decimal that JavaScript rounds", '{"directories":[],"n":0.12345678901234567}', "cannot be kept exactly"],
    ["a number past all numbers", '{"directories":[],"n":[-1e999]}', "-1e999"],
  ])("%s", (_what, text, says) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: "bad-json", path: "" }));
    expect(() => parse(text)).toThrow(says);
  });

  test("a value that is no text", () => {
    // A caller without types may pass what it read already.
    expect(() => parse(schema as unknown as string)).toThrow(expect.objectContaining({ code: "bad-json" }));
  });
});

test("digits in texts are no numbers, also behind quotes and backslashes", () => {
  const tricky = { directories: [], note: 'a "9007199254740993" \\', other: "12345678901234567890", "1e999": -1.5 };
  expect(parse(JSON.stringify(tricky))).toEqual(tricky);
});

describe("format", () => {
  test("writes what a thing is called first, and unknown members last", () => {
    const [rule] = schema.synchronizationRules ?? [];
    const lines = format(asSchema({ synchronizationRules: [{ zebra: 1, alpha: 2, ...rule }] })).split("\n");
    const members = lines.flatMap((line) => /^ {6}"(\w+)"/.exec(line)?.[1] ?? []);
    expect(members.slice(0, 3)).toEqual(["id", "name", "priority"]);
    expect(members.slice(-2)).toEqual(["alpha", "zebra"]);
  });

  test("gives one text for one schema, however its members are ordered", () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, one]) => [name, turned(one)]),
      );
    };
    expect(format(asSchema(turned(schema)))).toBe(format(schema));
  });

  test("sorts by name only when asked", () => {
    const swapped = { ...schema, directories: [...(schema.directories ?? [])].reverse() };
    expect(format(swapped)).not.toBe(format(schema));
    expect(format(swapped, { sort: true })).toBe(format(schema, { sort: true }));
  });
});
