/** A .NET regular expression as a tree. */
export type Pattern = Sequence | Alternatives | Repeat | Group | Look | CharacterSet | Assertion | BackReference;

export interface Sequence {
  readonly type: "sequence";
  readonly items: readonly Pattern[];
}

/** At least two. */
export interface Alternatives {
  readonly type: "alternatives";
  readonly options: readonly Pattern[];
}

export interface Repeat {
  readonly type: "repeat";
  readonly body: Pattern;
  readonly least: number;
  /** `Infinity` where there is no bound. */
  readonly most: number;
  readonly lazy: boolean;
}

export interface Group {
  readonly type: "group";
  /** The place among the capturing groups of the text, from 1; undefined where it does not capture. */
  readonly index: number | undefined;
  readonly body: Pattern;
}

export interface Look {
  readonly type: "look";
  readonly behind: boolean;
  readonly negative: boolean;
  readonly body: Pattern;
}

/** One character out of a set, as JavaScript writes the set under its `u` flag. */
export interface CharacterSet {
  readonly type: "set";
  readonly source: string;
}

/** Something about a place, as JavaScript writes it without its `m` flag. */
export interface Assertion {
  readonly type: "assertion";
  readonly source: string;
  /** Whether it holds only at the beginning of the text. */
  readonly atStart: boolean;
}

export interface BackReference {
  readonly type: "back-reference";
  readonly index: number;
}

/** A place; `atStart` where it is the beginning of the text only. */
export function assertion(source: string, atStart = false): Assertion {
  return { type: "assertion", source, atStart };
}

/** A pattern with what its text said about it. */
export interface ReadPattern {
  readonly root: Pattern;
  readonly ignoreCase: boolean;
  /** The capturing groups in the order of the text; undefined stands for one without a name. */
  readonly groups: readonly (string | undefined)[];
}

/** A regular expression is refused: the message says which construct, and what to write instead where there is a way. */
export class PatternError extends Error {
  override readonly name: string = "PatternError";
}

/** .NET's classes under JavaScript's `u` flag: all of Unicode, unlike JavaScript's own. */
export const digitSet: string = String.raw`\p{Nd}`;
export const wordSet: string = String.raw`\p{L}\p{Mn}\p{Nd}\p{Pc}`;
export const spaceSet: string = String.raw`\f\n\r\t\v\x85\p{Z}`;
