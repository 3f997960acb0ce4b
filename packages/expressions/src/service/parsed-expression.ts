import { definitionOf } from "../functions/definitions.ts";
import { graphParameterAt } from "../functions/parameter-at.ts";
import { format } from "../syntax/format.ts";
import type { Argument, Expression } from "../syntax/tree.ts";

/**
 * An expression as the service writes it, in the form of an attribute mapping's `source`.
 * https://learn.microsoft.com/graph/api/resources/synchronization-attributemappingsource
 */
export interface ParsedExpression {
  /** The text, normalised. */
  readonly expression: string;
  /** The attribute's name, the constant's value, or the function's name. */
  readonly name: string;
  /** Of a function; an argument that is left out is left out here too. */
  readonly parameters: readonly ParsedParameter[];
  /** Says how `name` is to be read. */
  readonly type: "Attribute" | "Constant" | "Function";
}

/** An argument of a function, which is an expression again. */
export interface ParsedParameter {
  /** The parameter's name, as the `functions` operation has it. */
  readonly key: string;
  /** The argument. */
  readonly value: ParsedExpression;
}

/**
 * Writes a tree as the service does. How it writes `&` and comparisons is not documented: here they are functions by the
 * name of their operator.
 */
export function toParsedExpression(tree: Expression): ParsedExpression {
  const expression = format(tree);
  switch (tree.type) {
    case "attribute":
      return { expression, name: tree.name, parameters: [], type: "Attribute" };
    case "constant":
      return { expression, name: tree.value, parameters: [], type: "Constant" };
    case "identifier":
      return { expression, name: tree.name, parameters: [], type: "Constant" };
    case "call":
      return { expression, name: tree.name, parameters: parametersOf(tree.name, tree.arguments), type: "Function" };
    case "concatenation":
      return { expression, name: "&", parameters: tree.parts.map((part) => pair("source", part)), type: "Function" };
    case "comparison":
      return {
        expression,
        name: tree.operator,
        parameters: [pair("left", tree.left), pair("right", tree.right)],
        type: "Function",
      };
  }
}

function parametersOf(name: string, values: readonly Argument[]): readonly ParsedParameter[] {
  const info = definitionOf(name) ?? { parameters: [] };
  return values.flatMap((value, index) =>
    value.type === "omitted" ? [] : [pair(graphParameterAt(info, index, values.length), value)],
  );
}

function pair(key: string, tree: Expression): ParsedParameter {
  return { key, value: toParsedExpression(tree) };
}
