import { type CharacterSet, digitSet, spaceSet, wordSet } from "./pattern.ts";
import { type PatternCursor, refusePattern, takeMatch } from "./pattern-cursor.ts";
import { readCategory, readCharacterEscape, writeCharacter } from "./read-escape.ts";

const maxSubtractions = 8;

/** Reads a set from its opening bracket on; `[a-z-[aeiou]]` takes the second set away from the first. */
export function readSet(cursor: PatternCursor, nesting = 0): CharacterSet {
  const { text } = cursor;
  const begin = cursor.at;
  const negative = takeMatch(cursor, /\[\^/y) !== null;
  if (!negative) cursor.at += 1;

  let members = "";
  // What a set cannot hold as a member, such as \W: each is a set of its own beside it.
  const others: string[] = [];
  let without = "";
  const first = cursor.at;
  while (true) {
    if (cursor.at >= text.length) {
      cursor.at = begin;
      return refusePattern(cursor, "has a set without its closing bracket");
    }
    if (text[cursor.at] === "]" && cursor.at > first) break;
    if (text.startsWith("-[", cursor.at) && cursor.at > first) {
      if (nesting >= maxSubtractions) return refusePattern(cursor, "takes too many sets away from each other");
      cursor.at += 1;
      without = `(?!${readSet(cursor, nesting + 1).source})`;
      if (text[cursor.at] !== "]") return refusePattern(cursor, "has something behind a set that is taken away");
      break;
    }
    const member = readMember(cursor);
    if (typeof member === "string") members += member;
    else if (typeof member === "number") members += readRange(cursor, member);
    else others.push(`[^${member.not}]`);
  }
  cursor.at += 1;
  return { type: "set", source: without + written(members, others, negative) };
}

function written(members: string, others: readonly string[], negative: boolean): string {
  if (others.length === 0) return negative ? `[^${members}]` : `[${members}]`;
  const all = `(?:${[...(members === "" ? [] : [`[${members}]`]), ...others].join("|")})`;
  return negative ? `(?:(?!${all})[^])` : all;
}

/** A character's code, members as written, or members whose opposite is meant. */
type Member = number | string | { readonly not: string };

function readMember(cursor: PatternCursor): Member {
  const { text } = cursor;
  if (text[cursor.at] !== "\\") {
    const code = text.charCodeAt(cursor.at);
    cursor.at += 1;
    return code;
  }
  cursor.at += 1;
  const category = readCategory(cursor);
  if (category !== undefined) return category;
  const letter = text[cursor.at] ?? "";
  const known = sets[letter];
  if (known !== undefined) {
    cursor.at += 1;
    return known;
  }
  return readCharacterEscape(cursor) ?? refusePattern(cursor, `has the unknown escape \\${letter} in a set`);
}

const sets: Readonly<Record<string, Member>> = {
  d: digitSet,
  D: String.raw`\P{Nd}`,
  w: wordSet,
  W: { not: wordSet },
  s: spaceSet,
  S: { not: spaceSet },
  b: 8,
};

/** Reads the rest of a range that begins with a character, if it is one. */
function readRange(cursor: PatternCursor, from: number): string {
  if (takeMatch(cursor, /-(?![\][])/y) === null) return writeCharacter(from);
  const to = readMember(cursor);
  if (typeof to !== "number") return refusePattern(cursor, "has a range that ends in a class");
  if (to < from) return refusePattern(cursor, "has a range in reverse order");
  return `${writeCharacter(from)}-${writeCharacter(to)}`;
}
