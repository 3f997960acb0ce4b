import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diff, format, formatChanges, fromPortable, lint, parse, plan, toPortable } from "../src/index.ts";
import { applyFixes } from "../src/rules.ts";
import { formatYaml, parseYaml } from "../src/yaml.ts";
import { arbitrarySchema } from "./arbitrary-schema.ts";
import { anotherText, shuffled, textsOf } from "./edits.ts";

const schemas = arbitrarySchema();
const runs = { numRuns: 150 };

describe("any schema", () => {
  test("comes back from JSON as it was", () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const text = format(schema);
        expect(parse(text)).toEqual(schema);
        expect(format(parse(text))).toBe(text);
      }),
      runs,
    );
  });

  test("comes back from YAML as it was", () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        expect(parseYaml(formatYaml(schema))).toEqual(schema);
      }),
      runs,
    );
  });

  test("comes back from the portable form as it was", () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const { schema: portable, bindings } = toPortable(schema);
        expect(fromPortable(portable, bindings)).toEqual({ schema, unbound: [] });
      }),
      runs,
    );
  });

  test("differs in nothing from itself, written down, read again and shuffled", () => {
    fc.assert(
      fc.property(
        schemas,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
        (schema, dice) => {
          expect(diff(schema, parse(format(schema)))).toEqual([]);
          const other = shuffled(schema, dice);
          expect(diff(schema, other)).toEqual([]);
          expect(format(other, { sort: true })).toBe(format(schema, { sort: true }));
        },
      ),
      runs,
    );
  });

  test("differs where any one text was changed, and the change says so in a line of its own", () => {
    fc.assert(
      fc.property(schemas, fc.nat(), (schema, choice) => {
        const texts = textsOf(schema);
        fc.pre(texts.length > 0);
        const path = texts[choice % texts.length] ?? [];
        const changes = diff(schema, anotherText(schema, path));
        expect(changes.length).toBeGreaterThan(0);
        expect(formatChanges(changes).split("\n")).toHaveLength(changes.length + 1);
      }),
      runs,
    );
  });

  test("can be linted and mended, and a plan to what it is already is to do nothing", () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const findings = lint(schema, { template: schema, aadOptscim062020: true });
        applyFixes(schema, findings);
        expect(findings.every(({ message, path }) => message.length > 0 && typeof path === "string")).toBe(true);
        const { schema: mine } = toPortable(schema);
        const bound = fromPortable(mine, toPortable(schema).bindings).schema;
        if (findings.some(({ rule }) => rule === "unbound-placeholder")) return;
        expect(plan(schema, bound).changes).toEqual([]);
      }),
      runs,
    );
  });

  test("becomes another one by the plan's body, and then there is nothing left to do", () => {
    fc.assert(
      fc.property(schemas, schemas, (current, desired) => {
        fc.pre(!lint(desired).some(({ rule }) => rule === "unbound-placeholder"));
        const { body } = plan(current, desired);
        expect(plan(body, desired).changes).toEqual([]);
      }),
      runs,
    );
  });
});

describe("any text", () => {
  const near = fc.tuple(schemas, fc.nat(), fc.nat({ max: 40 }), fc.string({ unit: "binary", maxLength: 3 }));

  test.each([
    ["JSON", format, parse],
    ["YAML", formatYaml, parseYaml],
  ])("near %s is read or refused by a SchemaError", (_name, write, read) => {
    fc.assert(
      fc.property(near, ([schema, at, cut, put]) => {
        const text = write(schema);
        const place = at % (text.length + 1);
        const broken = text.slice(0, place) + put + text.slice(place + cut);
        try {
          read(broken);
        } catch (error) {
          expect(error).toMatchObject({ name: "SchemaError" });
        }
      }),
      runs,
    );
  });

  test("is read or refused by a SchemaError", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const read of [parse, parseYaml])
          expect(() => read(text)).toThrow(expect.objectContaining({ name: "SchemaError" }));
      }),
      runs,
    );
  });
});
