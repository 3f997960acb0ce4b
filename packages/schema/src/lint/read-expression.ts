import type { AttributeMappingSource } from "@graph-sync/core";
import { type Attribute, type Call, type Expression, isExpressionSyntaxError, parse } from "@graph-sync/expressions";

/** What a mapping's source says, read once for all rules. */
export interface ReadExpression {
  /** The text; undefined where the source has none, and the mapping is described by its other members alone. */
  readonly text: string | undefined;
  readonly tree: Expression | undefined;
  /** Why the text is no expression, in one line. */
  readonly fault: string | undefined;
  /** The attributes it reads, each once: of the text, else of the source's own tree. */
  readonly attributes: readonly string[];
  /** The functions it calls, outer ones first. */
  readonly calls: readonly Call[];
}

export function readExpression(source: AttributeMappingSource | null | undefined): ReadExpression {
  const text = source?.expression ?? "";
  if (text === "") {
    return { text: undefined, tree: undefined, fault: undefined, attributes: namesIn(source), calls: [] };
  }
  try {
    const tree = parse(text);
    const names = new Set(attributesIn(tree).map(({ name }) => name));
    const calls = [...nodesOf(tree)].filter((node) => node.type === "call");
    return { text, tree, fault: undefined, attributes: [...names], calls };
  } catch (error) {
    if (!isExpressionSyntaxError(error)) throw error;
    const fault = error.message.split("\n", 1).join();
    return { text, tree: undefined, fault, attributes: [], calls: [] };
  }
}

/** The attributes of an expression, as they stand in its text. */
export function attributesIn(tree: Expression): readonly Attribute[] {
  return [...nodesOf(tree)].filter((node) => node.type === "attribute");
}

function* nodesOf(tree: Expression): Generator<Expression> {
  yield tree;
  if (tree.type === "call") {
    for (const argument of tree.arguments) if (argument.type !== "omitted") yield* nodesOf(argument);
  } else if (tree.type === "concatenation") {
    for (const part of tree.parts) yield* nodesOf(part);
  } else if (tree.type === "comparison") {
    yield* nodesOf(tree.left);
    yield* nodesOf(tree.right);
  }
}

/** The attributes in the tree that the service keeps beside the text. */
function namesIn(source: AttributeMappingSource | null | undefined): readonly string[] {
  const names = new Set<string>();
  const visit = (one: AttributeMappingSource | null | undefined): void => {
    if (one?.type?.toLowerCase() === "attribute" && one.name) names.add(one.name);
    for (const { value } of one?.parameters ?? []) visit(value);
  };
  visit(source);
  return [...names];
}
