import type { SynchronizationSchema } from "@graph-sync/core";
import fc from "fast-check";
import { checkSchema } from "../src/model/check-schema.ts";
import { type ObjectShape, schemaShape, type Shape } from "../src/model/shape.ts";
import { extensionApp, tenantId } from "./invented-schema.ts";

/** Schemas of every shape that is allowed: members come and go, names repeat, texts are what breaks texts. */
export function arbitrarySchema(): fc.Arbitrary<SynchronizationSchema> {
  return objectOf(schemaShape, 0).map((value) => {
    const schema: unknown = { synchronizationRules: [], ...value };
    checkSchema(schema);
    return schema;
  });
}

const awkward = [
  "",
  "name",
  "verbatim",
  "from",
  "yes",
  "null",
  "~",
  "1.0",
  "0x1f",
  "2026-01-01",
  " ",
  "a: b",
  "- c",
  "# d",
  "*e",
  "&f",
  "!g",
  "%h",
  "@i",
  "|",
  ">",
  '"',
  "'",
  "\\",
  "line\nbreak\r\n\ttab ",
  "\u0000\u0085\u2028\uFEFF\uD800",
  "é😀",
  "constructor",
  "__proto__",
  "{{",
  "{{{",
  "{{schema}}",
  "{{rule:name}}",
  "}}{{literal}}",
  "[mail]",
  '[emails[type eq "work"].value]',
  "Not([IsSoftDeleted])",
  'Join(" ", [a], [b])',
  'Switch([a], , "1", "2")',
  '"constant"',
  tenantId,
  tenantId.replaceAll("-", ""),
  `scim.${tenantId.replaceAll("-", "")}.x`,
  `extension_${extensionApp}_cost`,
  `{extension_${extensionApp}_cost}[extension_${"a".repeat(32)}_cost]`,
];

const texts = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);

/** JSON is written without −0, and `__proto__` is refused. */
const withoutOddities = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (name, member: unknown) => (name === "__proto__" ? undefined : member));

const anyJson = fc.jsonValue({ maxDepth: 2 }).map(withoutOddities);

const unknownNames = fc.constantFrom(
  "x-new",
  "later",
  "constructor",
  "toString",
  "0",
  "with.dot",
  "verbatim",
  "without",
  "from",
);

function valueOf(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "number":
      return fc.integer();
    case "boolean":
      return fc.boolean();
    case "word":
      return fc.oneof(fc.constantFrom("Attribute", "Always", "always", "String"), texts);
    case "flags":
      return fc.oneof(fc.constantFrom("Add, Update, Delete", "Update,Add", "None"), texts);
    case "text":
      return texts;
    case "any":
      return fc.oneof(anyJson, texts);
    case "list":
      return fc.array(valueOf(shape.of, depth + 1), { maxLength: depth > 12 ? 0 : 3 });
    case "object":
      return objectOf(shape, depth + 1);
  }
}

function objectOf(shape: ObjectShape, depth: number): fc.Arbitrary<object> {
  const known = Object.fromEntries(
    [...shape.members].map(([name, of]) => [name, depth > 12 ? fc.constant(null) : maybeNull(of, depth)]),
  );
  const unknown = fc.dictionary(unknownNames, anyJson, { maxKeys: 1 });
  return fc.tuple(fc.record(known, { requiredKeys: [] }), unknown).map(([own, more]) => ({ ...more, ...own }));
}

const maybeNull = (shape: Shape, depth: number): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 6, arbitrary: valueOf(shape, depth) }, { weight: 1, arbitrary: fc.constant(null) });
