import { groupIndex } from "./group-index.ts";
import { assertion, digitSet, type Pattern, spaceSet, wordSet } from "./pattern.ts";
import { type PatternCursor, refusePattern, takeMatch } from "./pattern-cursor.ts";
import { readCategory, readCharacterEscape, writeCharacter } from "./read-escape.ts";

const wordOrJoiner = `[${wordSet}\\u200c\\u200d]`;
const boundary = `(?:(?<=${wordOrJoiner})(?!${wordOrJoiner})|(?<!${wordOrJoiner})(?=${wordOrJoiner}))`;
const noBoundary = `(?:(?<=${wordOrJoiner})(?=${wordOrJoiner})|(?<!${wordOrJoiner})(?!${wordOrJoiner}))`;

const escapes: Readonly<Record<string, Pattern>> = {
  d: { type: "set", source: `[${digitSet}]` },
  D: { type: "set", source: `[^${digitSet}]` },
  w: { type: "set", source: `[${wordSet}]` },
  W: { type: "set", source: `[^${wordSet}]` },
  s: { type: "set", source: `[${spaceSet}]` },
  S: { type: "set", source: `[^${spaceSet}]` },
  A: assertion("^", true),
  Z: assertion(String.raw`(?=\n?$)`),
  z: assertion("$"),
  b: assertion(boundary),
  B: assertion(noBoundary),
};

/** Reads an escape behind its backslash, outside of sets. */
export function readEscape(cursor: PatternCursor): Pattern {
  const letter = cursor.text[cursor.at] ?? "";
  const known = escapes[letter];
  if (known !== undefined) {
    cursor.at += 1;
    return known;
  }
  if (letter === "G") return refusePattern(cursor, String.raw`uses \G, which JavaScript does not have`);
  const category = readCategory(cursor);
  if (category !== undefined) return { type: "set", source: category };
  const reference = readReference(cursor);
  if (reference !== undefined) return { type: "back-reference", index: reference };
  const code = readCharacterEscape(cursor);
  if (code === undefined) return refusePattern(cursor, `has the unknown escape \\${letter}`);
  return { type: "set", source: writeCharacter(code) };
}

/** Reads a reference to a group behind its backslash; the group must have ended before. */
function readReference(cursor: PatternCursor): number | undefined {
  const named = takeMatch(cursor, /k(?:<(\w+)>|'(\w+)')|([1-9]\d*)/y);
  if (named === null) return undefined;
  const [all, angled, quoted, digits] = named;
  const name = angled ?? quoted;
  if (name === undefined && Number(digits) > cursor.groupCount && all.length > 1) {
    // More than there are groups: an octal number.
    cursor.at -= all.length;
    return undefined;
  }
  const index = groupIndex(cursor.groups, name ?? digits ?? "");
  if (index !== undefined && cursor.closed.has(index)) return index;
  return refusePattern(cursor, `refers to the group ${name ?? digits ?? ""}, which does not end before it`);
}
