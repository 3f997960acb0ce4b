import { type Cursor, fail, skipSpace, take, takeWord } from "./cursor.ts";
import { readAttribute, readNumber, readText } from "./read-literal.ts";
import { ExpressionSyntaxError } from "./syntax-error.ts";
import type { Argument, ComparisonOperator, Expression } from "./tree.ts";

/**
 * The longest expression that a mapping may have, in UTF-16 units.
 * https://learn.microsoft.com/entra/identity/app-provisioning/known-issues
 */
export const maxExpressionLength = 10_000;

/** The deepest nesting that is read: a limit of ours, above what anyone writes, so that no text overflows the stack. */
const maxDepth = 400;

/**
 * Reads an expression. Spaces and line breaks between its parts mean nothing.
 *
 * @throws ExpressionSyntaxError with the place, what was expected there and a picture of it.
 * @example parse('Join(" ", [givenName], [surname])')
 */
export function parse(text: string): Expression {
  if (text.length > maxExpressionLength) {
    throw new ExpressionSyntaxError(text, maxExpressionLength, ["at most 10,000 characters"], "too-long");
  }
  const cursor = { text, at: 0 };
  skipSpace(cursor);
  const tree = readExpression(cursor, 0);
  if (cursor.at < text.length) fail(cursor, '"&"', "a comparison", "the end of the expression");
  return tree;
}

const comparison = /<>|<=|>=|[=<>]/y;

function readExpression(cursor: Cursor, depth: number): Expression {
  const left = readConcatenation(cursor, depth);
  // The pattern matches nothing but the operators.
  const operator = take(cursor, comparison) as ComparisonOperator | undefined;
  if (operator === undefined) return left;
  skipSpace(cursor);
  const right = readConcatenation(cursor, depth);
  return { type: "comparison", operator, left, right, start: left.start, end: right.end };
}

function readConcatenation(cursor: Cursor, depth: number): Expression {
  const first = readOperand(cursor, depth);
  const parts = [first];
  let last = first;
  while (takeWord(cursor, "&")) parts.push((last = readOperand(cursor, depth)));
  return parts.length === 1 ? first : { type: "concatenation", parts, start: first.start, end: last.end };
}

/** Reads one value and the space behind it. */
function readOperand(cursor: Cursor, depth: number): Expression {
  const start = cursor.at;
  const tree = readValue(cursor, depth, start);
  skipSpace(cursor);
  return tree;
}

const word = /[A-Za-z_]\w*/y;

function readValue(cursor: Cursor, depth: number, start: number): Expression {
  if (depth > maxDepth) throw new ExpressionSyntaxError(cursor.text, start, [`at most ${maxDepth} levels`], "too-deep");
  switch (cursor.text[start]) {
    case '"':
      return { type: "constant", value: readText(cursor), start, end: cursor.at };
    case "[":
      return { type: "attribute", name: readAttribute(cursor), start, end: cursor.at };
    case "(":
      return readParentheses(cursor, depth);
    default:
      return readPlain(cursor, depth, start);
  }
}

/** Reads what begins with no mark of its own: a number, a word, a function. */
function readPlain(cursor: Cursor, depth: number, start: number): Expression {
  const value = readNumber(cursor);
  if (value !== undefined) return { type: "constant", value, start, end: cursor.at };
  const name = take(cursor, word);
  if (name === undefined) return fail(cursor, "a text in quotes", "a number", "an [attribute]", "a function");
  const end = cursor.at;
  skipSpace(cursor);
  if (!takeWord(cursor, "(")) return { type: "identifier", name, start, end };
  const values = readArguments(cursor, depth + 1);
  return { type: "call", name, arguments: values, start, end: cursor.at };
}

function readParentheses(cursor: Cursor, depth: number): Expression {
  takeWord(cursor, "(");
  const tree = readExpression(cursor, depth + 1);
  if (cursor.text[cursor.at] !== ")") fail(cursor, '"&"', "a comparison", '")"');
  cursor.at += 1;
  return tree;
}

/** Reads up to the closing parenthesis and takes it. */
function readArguments(cursor: Cursor, depth: number): readonly Argument[] {
  const values: Argument[] = [];
  while (true) {
    const next = cursor.text[cursor.at];
    const ends = next === ")";
    if (ends && values.length === 0) break;
    if (ends || next === ",") values.push({ type: "omitted", start: cursor.at, end: cursor.at });
    else values.push(readExpression(cursor, depth));
    if (takeWord(cursor, ",")) continue;
    if (cursor.text[cursor.at] === ")") break;
    fail(cursor, '","', '")"', '"&"', "a comparison");
  }
  cursor.at += 1;
  return values;
}
