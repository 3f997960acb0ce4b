import { assertion, type Pattern, type ReadPattern } from "./pattern.ts";
import { type PatternCursor, refusePattern, skipComments, takeMatch } from "./pattern-cursor.ts";
import { readEscape } from "./read-atom-escape.ts";
import { writeCharacter } from "./read-escape.ts";
import { openGroup } from "./read-group.ts";
import { readSet } from "./read-set.ts";

const maxDepth = 200;

/**
 * Reads a .NET regular expression.
 * https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference
 *
 * @throws PatternError for what .NET refuses and for what JavaScript has no counterpart of, named in the message.
 */
export function readPattern(text: string): ReadPattern {
  const options = /^\(\?([imnsx]+)\)/.exec(text);
  const has = (letter: string): boolean => options?.[1]?.includes(letter) ?? false;
  const cursor: PatternCursor = {
    text,
    at: options?.[0].length ?? 0,
    ignoreCase: has("i"),
    multiline: has("m"),
    singleline: has("s"),
    explicitCapture: has("n"),
    ignoreSpace: has("x"),
    groups: [],
    groupCount: countGroups(text, has("n")),
    closed: new Set(),
    depth: 0,
  };
  const root = readAlternatives(cursor);
  if (cursor.at < text.length) refusePattern(cursor, "has a closing parenthesis too many");
  return { root, ignoreCase: cursor.ignoreCase, groups: cursor.groups };
}

/** About as many groups as capture: enough to tell a reference from an octal number. */
function countGroups(text: string, explicit: boolean): number {
  const opened = text
    .replace(/\\[^]/g, "")
    .match(explicit ? /\(\?(?:<(?![=!])|')/g : /\((?:(?!\?)|\?(?:<(?![=!])|'))/g);
  return opened?.length ?? 0;
}

function readAlternatives(cursor: PatternCursor): Pattern {
  if ((cursor.depth += 1) > maxDepth) refusePattern(cursor, `is nested deeper than ${maxDepth} levels`);
  const options = [readSequence(cursor)];
  while (takeMatch(cursor, /\|/y) !== null) options.push(readSequence(cursor));
  cursor.depth -= 1;
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { type: "alternatives", options };
}

function readSequence(cursor: PatternCursor): Pattern {
  const items: Pattern[] = [];
  while (true) {
    skipComments(cursor);
    const character = cursor.text[cursor.at];
    if (character === undefined || character === "|" || character === ")") break;
    items.push(readRepeat(cursor, readAtom(cursor, character)));
  }
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { type: "sequence", items };
}

function readRepeat(cursor: PatternCursor, body: Pattern): Pattern {
  skipComments(cursor);
  const found = takeMatch(cursor, /([*+?]|\{(\d+)(?:(,)(\d*))?\})(\??)/y);
  if (found === null) return body;
  const [, sign = "", from, comma, to, lazy] = found;
  const least = from === undefined ? (sign === "+" ? 1 : 0) : Number(from);
  const most =
    from === undefined
      ? sign === "?"
        ? 1
        : Infinity
      : comma === undefined
        ? least
        : Number(to === "" ? Infinity : to);
  if (most < least) refusePattern(cursor, "has a quantifier whose bounds are in reverse order");
  skipComments(cursor);
  if (takeMatch(cursor, /[*+?]|\{\d+(?:,\d*)?\}/y) !== null)
    refusePattern(cursor, "has a quantifier behind a quantifier");
  return { type: "repeat", body, least, most, lazy: lazy === "?" };
}

function readAtom(cursor: PatternCursor, character: string): Pattern {
  switch (character) {
    case "(":
      return openGroup(cursor, readAlternatives);
    case "[":
      return readSet(cursor);
    case "\\":
      cursor.at += 1;
      return readEscape(cursor);
  }
  if (/[*+?]/.test(character)) return refusePattern(cursor, "has a quantifier with nothing before it");
  cursor.at += 1;
  switch (character) {
    case ".":
      return { type: "set", source: cursor.singleline ? "[^]" : String.raw`[^\n]` };
    case "^":
      return cursor.multiline ? assertion(String.raw`(?<=^|\n)`) : assertion("^", true);
    case "$":
      return assertion(cursor.multiline ? String.raw`(?=\n|$)` : String.raw`(?=\n?$)`);
    default:
      return { type: "set", source: writeCharacter(character.charCodeAt(0)) };
  }
}
