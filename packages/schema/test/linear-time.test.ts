import { describe, expect, test } from "vitest";
import { diff, format, formatChanges, fromPortable, lint, parse, plan, toPortable } from "../src/index.ts";
import { applyFixes } from "../src/rules.ts";
import { formatYaml, parseYaml } from "../src/yaml.ts";
import { direct, inventedSchema, reference, text } from "./invented-schema.ts";
import { asSchema, clause, scoped } from "./small-schema.ts";

/** Twice the schema may take a little more than twice the time; comparing each with each would take four times. */
const mostGrowth = 3;
const attempts = 8;

const base = 200;
const schemas = [inventedSchema(base), inventedSchema(2 * base)] as const;
type Schema = (typeof schemas)[number];

const reversed = (schema: Schema): Schema =>
  asSchema({
    ...schema,
    synchronizationRules: [...(schema.synchronizationRules ?? [])].map((rule) => ({
      ...rule,
      objectMappings: (rule.objectMappings ?? []).map((mapping) => ({
        ...mapping,
        attributeMappings: [...(mapping.attributeMappings ?? [])]
          .reverse()
          .map((one) => ({ ...one, defaultValue: "new" })),
      })),
    })),
  });

/** The same target, again and again: the worst case for everything that goes by names. */
const repeated = (schema: Schema): Schema =>
  asSchema({
    ...schema,
    synchronizationRules: [
      {
        objectMappings: [
          {
            attributeMappings: (schema.synchronizationRules?.[0]?.objectMappings?.[0]?.attributeMappings ?? []).map(
              (_one, index) => direct(`source${index}`, "same", 1),
            ),
          },
        ],
      },
    ],
  });

const manyGroups = (schema: Schema, value: string): Schema =>
  asSchema({
    ...schema,
    synchronizationRules: [
      {
        objectMappings: [
          {
            scope: scoped(
              ...(schema.directories?.[0]?.objects?.[0]?.attributes ?? []).map((_one, index) => [
                clause("mail", "EQUALS", `${value}${index}`),
              ]),
            ),
          },
        ],
      },
    ],
  });

/** As many objects and object mappings as the others have attributes. */
const manyObjects = (schema: Schema): Schema => {
  const names = (schema.directories?.[0]?.objects?.[0]?.attributes ?? []).map(({ name }) => name ?? "");
  const attributeMappings = [direct("mail", "mail", 1), direct("manager", "manager")];
  return asSchema({
    synchronizationRules: [
      {
        sourceDirectoryName: "A",
        targetDirectoryName: "A",
        objectMappings: names.map((name) => ({ sourceObjectName: name, targetObjectName: name, attributeMappings })),
      },
    ],
    directories: [
      { name: "A", objects: names.map((name) => ({ name, attributes: [text("mail"), reference("manager", name)] })) },
    ],
  });
};

const work: readonly (readonly [name: string, prepare: (schema: Schema) => () => unknown])[] = [
  ["format", (schema) => () => format(schema, { sort: true })],
  ["parse", (schema) => [format(schema)].map((text) => () => parse(text))[0] ?? String],
  ["formatYaml", (schema) => () => formatYaml(schema)],
  ["parseYaml", (schema) => [formatYaml(schema)].map((text) => () => parseYaml(text))[0] ?? String],
  ["lint", (schema) => () => lint(schema, { template: schema })],
  ["lint of repeated names", (schema) => [repeated(schema)].map((one) => () => lint(one))[0] ?? String],
  ["lint of many objects", (schema) => [manyObjects(schema)].map((one) => () => lint(one))[0] ?? String],
  ["diff of many objects", (schema) => [manyObjects(schema)].map((one) => () => diff(one, reversed(one)))[0] ?? String],
  ["applyFixes", (schema) => [repeated(schema)].map((one) => () => applyFixes(one, lint(one)))[0] ?? String],
  ["diff", (schema) => [reversed(schema)].map((one) => () => formatChanges(diff(schema, one)))[0] ?? String],
  ["diff of repeated names", (schema) => [repeated(schema)].map((one) => () => diff(one, reversed(one)))[0] ?? String],
  ["plan", (schema) => () => plan(manyGroups(schema, "a"), manyGroups(schema, "b"))],
  ["toPortable", (schema) => () => fromPortable(toPortable(schema).schema, {})],
];

describe("twice the schema does not take four times as long", () => {
  test.each(work)("%s", (_name, prepare) => {
    const [small, large] = [prepare(schemas[0]), prepare(schemas[1])];
    let growth = Infinity;
    for (let attempt = 0; attempt < attempts && growth > mostGrowth; attempt += 1) {
      const least = { small: Infinity, large: Infinity };
      for (let round = 0; round < 4; round += 1) {
        least.small = Math.min(least.small, elapsed(small));
        least.large = Math.min(least.large, elapsed(large));
      }
      growth = least.large / least.small;
    }
    expect(growth).toBeLessThan(mostGrowth);
  });
});

function elapsed(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}
