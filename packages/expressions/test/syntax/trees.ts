import fc from "fast-check";
import type { Argument, Expression } from "../../src/index.ts";

const nowhere = { start: 0, end: 0 };

const name = fc.stringMatching(/^[A-Za-z_]\w{0,8}$/);
const attributeName = fc.oneof(
  name,
  fc.stringMatching(/^[a-z]{1,5}\[type eq "[^"]{0,5}"\]\.[a-z]{1,5}$/),
  fc.constant("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber"),
);
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.stringMatching(/^[\\"\d -]{0,8}$/),
  fc.string({ unit: "binary", maxLength: 6 }),
);

/** Trees that can be written, with every kind of node. All of them stand at offset 0. */
export const trees: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression; argument: Argument; leaf: Expression }>(
  (tie) => ({
    leaf: fc.oneof(
      fc.record({ type: fc.constant("constant" as const), value: text, ...place() }),
      fc.record({ type: fc.constant("attribute" as const), name: attributeName, ...place() }),
      fc.record({ type: fc.constant("identifier" as const), name, ...place() }),
    ),
    argument: fc.oneof({ weight: 4, arbitrary: tie("tree") }, fc.constant({ type: "omitted" as const, ...nowhere })),
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie("leaf"),
      fc.record({
        type: fc.constant("call" as const),
        name,
        // A lone place that is left out is the same text as no place at all.
        arguments: fc
          .array(tie("argument"), { maxLength: 4 })
          .map((all) => (all.length === 1 && all[0]?.type === "omitted" ? [] : all)),
        ...place(),
      }),
      fc.record({
        type: fc.constant("concatenation" as const),
        parts: fc.array(tie("tree"), { minLength: 2, maxLength: 3 }),
        ...place(),
      }),
      fc.record({
        type: fc.constant("comparison" as const),
        operator: fc.constantFrom(
          "=" as const,
          "<>" as const,
          "<" as const,
          "<=" as const,
          ">" as const,
          ">=" as const,
        ),
        left: tie("tree"),
        right: tie("tree"),
        ...place(),
      }),
    ),
  }),
).tree;

function place() {
  return { start: fc.constant(0), end: fc.constant(0) };
}

/** A tree as if it stood nowhere, to compare it with another one. */
export function unplaced(tree: Expression): Expression {
  // Only numbers are changed, and only those of these two names.
  return JSON.parse(JSON.stringify(tree), (key, value: unknown) =>
    key === "start" || key === "end" ? 0 : value,
  ) as Expression;
}
