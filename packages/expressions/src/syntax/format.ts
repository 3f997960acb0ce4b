import { endOfAttribute, writeText } from "./read-literal.ts";
import type { Argument, Expression } from "./tree.ts";

/**
 * Writes an expression as the service gives it back: one space behind each comma, the places of omitted arguments kept,
 * numbers as texts in quotes. Reading the result gives the same tree, apart from the offsets.
 *
 * @throws RangeError where a name in a tree made by hand cannot be written.
 */
export function format(tree: Expression): string {
  switch (tree.type) {
    case "constant":
      return writeText(tree.value);
    case "attribute":
      return writeAttribute(tree.name);
    case "identifier":
      return writeName(tree.name);
    case "call":
      return `${writeName(tree.name)}(${tree.arguments.map(writeArgument).join(", ")})`;
    case "concatenation":
      return tree.parts.map(writePart).join(" & ");
    case "comparison":
      return `${writeSide(tree.left)} ${tree.operator} ${writeSide(tree.right)}`;
  }
}

function writeArgument(value: Argument): string {
  return value.type === "omitted" ? "" : format(value);
}

/** A part that is itself put together, or compared, was in parentheses. */
function writePart(part: Expression): string {
  return part.type === "concatenation" ? `(${format(part)})` : writeSide(part);
}

function writeSide(side: Expression): string {
  return side.type === "comparison" ? `(${format(side)})` : format(side);
}

function writeAttribute(name: string): string {
  const text = `[${name}]`;
  if (name === "" || endOfAttribute(text, 1) !== text.length - 1) {
    throw new RangeError(`No expression can name the attribute ${name}: its brackets or quotes do not come in pairs.`);
  }
  return text;
}

function writeName(name: string): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    throw new RangeError(`"${name}" is no name: use letters, digits and _, beginning with a letter.`);
  }
  return name;
}
