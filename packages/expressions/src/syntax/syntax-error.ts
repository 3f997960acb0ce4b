/** `Symbol.for`, because two copies of this package may meet in one program and must know each other's errors. */
const brand = Symbol.for("graph-sync.expression-syntax-error");

/** Why an expression cannot be read. */
export type SyntaxErrorCode = "syntax" | "too-long" | "too-deep";

/**
 * A text is no expression. The message has the place, what was expected there, and a picture with a caret below it.
 */
export class ExpressionSyntaxError extends Error {
  /** Always `ExpressionSyntaxError`. */
  override readonly name: string = "ExpressionSyntaxError";
  /** What programs tell the fault by. */
  readonly code: SyntaxErrorCode;
  /** Where reading stopped: an offset in UTF-16 units. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** What could have stood there, in words. */
  readonly expected: readonly string[];
  /** What stands there, in words. */
  readonly found: string;
  /** The line with a caret below the place; a long line is cut around it. */
  readonly picture: string;

  constructor(text: string, offset: number, expected: readonly string[], code: SyntaxErrorCode = "syntax") {
    const { line, column } = positionAt(text, offset);
    const found = describe(text, offset);
    const picture = draw(text, offset);
    super(`Line ${line}, column ${column}: expected ${listed(expected)}, found ${found}.\n${picture}`);
    this.code = code;
    this.offset = offset;
    this.line = line;
    this.column = column;
    this.expected = expected;
    this.found = found;
    this.picture = picture;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Whether an error says that a text is no expression; also of another copy of this package. */
export function isExpressionSyntaxError(value: unknown): value is ExpressionSyntaxError {
  return typeof value === "object" && value !== null && Object.hasOwn(value, brand);
}

/** The line and column of an offset, both from 1. Lines end with a line feed. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let begin = 0;
  for (let next = text.indexOf("\n"); next !== -1 && next < offset; next = text.indexOf("\n", begin)) {
    line += 1;
    begin = next + 1;
  }
  return { line, column: offset - begin + 1 };
}

function describe(text: string, offset: number): string {
  if (offset >= text.length) return "the end of the expression";
  const [word = ""] = /^(?:\w{1,24}|[^])/u.exec(text.slice(offset, offset + 26)) ?? [];
  if (/[“”„‘’]/.test(word)) return `${word}, a typographic quote; texts stand in straight quotes`;
  return word === '"' ? "a quote" : `"${word}"`;
}

const width = 76;

function draw(text: string, offset: number): string {
  const begin = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const line = text.slice(begin, end === -1 ? undefined : end);
  const place = offset - begin;
  const from = Math.max(0, Math.min(place - width / 2, line.length - width));
  const shown = line.slice(from, from + width).replace(/\p{C}/gu, " ");
  return `  ${shown}\n  ${" ".repeat(place - from)}^`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}
