import { type PatternCursor, refusePattern, takeMatch } from "./pattern-cursor.ts";

const controls: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9, v: 11 };
const categories = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfsn]?)$/;

/**
 * Reads an escape that stands for one character, behind its backslash, and gives its code. Undefined where it is none.
 * https://learn.microsoft.com/dotnet/standard/base-types/character-escapes-in-regular-expressions
 */
export function readCharacterEscape(cursor: PatternCursor): number | undefined {
  const hex = takeMatch(cursor, /x([\da-fA-F]{2})|u([\da-fA-F]{4})/y);
  if (hex !== null) return Number.parseInt(hex[1] ?? hex[2] ?? "", 16);
  const octal = takeMatch(cursor, /0[0-7]{0,2}|[1-7][0-7]{1,2}/y);
  if (octal !== null) return Number.parseInt(octal[0], 8) % 256;

  const character = cursor.text[cursor.at] ?? "";
  if (character === "") return refusePattern(cursor, "ends with a backslash");
  const code = controls[character];
  if (code === undefined && /\w/.test(character)) return undefined;
  cursor.at += 1;
  return code ?? character.charCodeAt(0);
}

/** Reads `\p{…}` behind its backslash, as JavaScript writes it. */
export function readCategory(cursor: PatternCursor): string | undefined {
  const found = takeMatch(cursor, /([pP])\{([\w-]+)\}/y);
  if (found === null) return undefined;
  const [all, letter = "", name = ""] = found;
  if (categories.test(name)) return `\\${letter}{${name}}`;
  return refusePattern(
    cursor,
    `uses \\${all}, a Unicode block or an unknown category; JavaScript has no blocks: write a range`,
  );
}

/** Writes a character so that it stands for itself under the `u` flag, in a set or outside. */
export function writeCharacter(code: number): string {
  const character = String.fromCharCode(code);
  if (/[\w ]/.test(character)) return character;
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
