import { ExpressionSyntaxError } from "./syntax-error.ts";

/** Where reading is: it only ever moves forward, so reading takes time in proportion to the text. */
export interface Cursor {
  readonly text: string;
  at: number;
}

const space = /\s*/y;

export function skipSpace(cursor: Cursor): void {
  space.lastIndex = cursor.at;
  space.test(cursor.text);
  cursor.at = space.lastIndex;
}

/** Takes what a sticky pattern matches here, and nothing where it does not match. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const [found] = pattern.exec(cursor.text) ?? [];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

/** Takes `word` and the space behind it. */
export function takeWord(cursor: Cursor, word: string): boolean {
  if (!cursor.text.startsWith(word, cursor.at)) return false;
  cursor.at += word.length;
  skipSpace(cursor);
  return true;
}

export function fail(cursor: Cursor, ...expected: readonly string[]): never {
  throw new ExpressionSyntaxError(cursor.text, cursor.at, expected);
}
