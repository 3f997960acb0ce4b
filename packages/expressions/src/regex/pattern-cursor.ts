import { shown } from "../text/shown.ts";
import { PatternError } from "./pattern.ts";

/** Where reading a pattern is, and the options that hold there. */
export interface PatternCursor {
  readonly text: string;
  at: number;
  ignoreCase: boolean;
  readonly multiline: boolean;
  readonly singleline: boolean;
  readonly explicitCapture: boolean;
  readonly ignoreSpace: boolean;
  /** The capturing groups so far; an open one is there too. */
  readonly groups: (string | undefined)[];
  /** How many capturing groups the whole pattern has, since a reference may come before its group. */
  readonly groupCount: number;
  /** Indexes of the groups that are closed. */
  readonly closed: Set<number>;
  depth: number;
}

export function refusePattern({ text, at }: PatternCursor, why: string): never {
  throw new PatternError(`the regular expression ${shown(text)} ${why} (at character ${at + 1})`);
}

/** Takes what a sticky pattern matches here. */
export function takeMatch(cursor: PatternCursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text);
  if (found !== null) cursor.at += found[0].length;
  return found;
}

/** Under the option x, white space and comments mean nothing; `(?#…)` never does. */
export function skipComments(cursor: PatternCursor): void {
  while (takeMatch(cursor, cursor.ignoreSpace ? /\s+|#[^\n]*|\(\?#[^)]*\)/y : /\(\?#[^)]*\)/y) !== null);
}
