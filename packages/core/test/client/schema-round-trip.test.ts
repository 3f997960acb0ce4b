import { createClient, type SchemaClient, type SynchronizationSchema } from "@graph-sync/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answering, answering, text } from "../answering.ts";

const fiveMegabytes = 5 * 1024 * 1024;

/** Any JSON under any name, one that a later service could add, or that JavaScript treats in its own way. */
const unknownMembers = fc.dictionary(
  fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom("__proto__", "constructor", "toString", "@odata.etag", "toJSON"),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  { maxKeys: 4 },
);

/** A known member of an enum, or one that this version has never heard of. */
const openEnum = (...known: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(fc.constantFrom(...known), fc.string());

function withUnknown(model: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  return fc
    .tuple(unknownMembers, fc.record(model, { requiredKeys: [] }))
    .map(([unknown, known]) => Object.fromEntries([...Object.entries(unknown), ...Object.entries(known)]));
}

const attributeMapping = withUnknown({
  flowType: openEnum("Always", "ObjectAddOnly"),
  flowBehavior: openEnum("FlowWhenChanged"),
  matchingPriority: fc.integer(),
  source: withUnknown({
    type: openEnum("Attribute", "Function"),
    expression: fc.string(),
    parameters: fc.constant([]),
  }),
  targetAttributeName: fc.option(fc.string()),
});
const rest = withUnknown({
  editable: fc.boolean(),
  objectMappings: fc.array(
    withUnknown({
      flowTypes: openEnum("Add,Update,Delete", "Add, Update"),
      attributeMappings: fc.array(attributeMapping, { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
const rule = fc.tuple(fc.uuid(), rest).map(([id, members]) => ({ ...members, id: `${id}#V2` }));

const attribute = withUnknown({
  type: openEnum("String", "string"),
  mutability: openEnum("ReadWrite"),
  anchor: fc.boolean(),
});
const directory = withUnknown({
  id: fc.uuid(),
  discoverabilities: openEnum("AttributeNames, AttributeDataTypes", "UnknownFutureValue"),
  objects: fc.array(withUnknown({ attributes: fc.array(attribute, { maxLength: 4 }) }), { maxLength: 3 }),
});

/** As text, so that what is found prints as it was served. */
const smallSchema = fc
  .tuple(
    withUnknown({ version: fc.string(), directories: fc.array(directory, { maxLength: 3 }) }),
    fc.array(rule, { minLength: 1, maxLength: 5 }),
  )
  .map(([schema, synchronizationRules]) => JSON.stringify({ ...schema, synchronizationRules }));

/** The same with its rules over and over: so many different ones would take minutes to make up. */
function enlarged(small: string): object {
  // `smallSchema` gives objects with a list of rules.
  const schema = JSON.parse(small) as { readonly synchronizationRules: readonly object[] };
  const { length } = JSON.stringify(schema.synchronizationRules);
  const copies = Array.from({ length: Math.ceil(fiveMegabytes / (length - 2)) }, () => schema.synchronizationRules);
  return { ...schema, synchronizationRules: copies.flat() };
}

const schemas: readonly (readonly [string, (transport: Answering) => SchemaClient])[] = [
  ["a job", (transport) => createClient({ transport }).servicePrincipals("1").synchronization.jobs("scim.1").schema],
  ["a template", (transport) => createClient({ transport }).applications("1").synchronization.templates("scim").schema],
];

describe.each(schemas)("the schema of %s", (_, schemaOf) => {
  test("of 5 MB, with members and enum values that nobody knows, is written back as it was read", async () => {
    await fc.assert(
      fc.asyncProperty(smallSchema, fc.constantFrom(undefined, 2), async (small, indent) => {
        const schema = enlarged(small);
        const compact = JSON.stringify(schema);
        expect(compact.length).toBeGreaterThan(fiveMegabytes);
        const written = await roundTrip(schemaOf, JSON.stringify(schema, null, indent));
        // Where the service indents, the JSON is the same; where it does not, the text. `toBe` would print both.
        expect(written === compact).toBe(true);
      }),
      // Each run reads and writes 5 MB, and so would each attempt to shrink what was found.
      { numRuns: 10, endOnFailure: true },
    );
  });

  test("is written back with what was changed, and nothing else", async () => {
    const served = JSON.stringify({ synchronizationRules: [{ id: "r1#V2", someday: { a: [1, null] } }], later: true });
    const written = await roundTrip(schemaOf, served, (schema) => ({ ...schema, version: "v1.3" }));
    expect(JSON.parse(written ?? "")).toEqual({ ...JSON.parse(served), version: "v1.3" });
  });
});

async function roundTrip(
  schemaOf: (transport: Answering) => SchemaClient,
  served: string,
  change: (schema: SynchronizationSchema) => SynchronizationSchema = (schema) => schema,
): Promise<string | undefined> {
  const transport = answering(({ method }) => (method === "GET" ? text(served) : text("", 204)));
  const schema = schemaOf(transport);
  await schema.replace(change(await schema.get()));
  const [, replace] = transport.requests;
  expect(replace?.method).toBe("PUT");
  return replace?.body;
}
