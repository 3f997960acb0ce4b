import type { Pattern } from "./pattern.ts";
import { type PatternCursor, refusePattern, takeMatch } from "./pattern-cursor.ts";

type ReadBody = (cursor: PatternCursor) => Pattern;

/** Reads a group of any kind from its opening parenthesis on. */
export function openGroup(cursor: PatternCursor, readBody: ReadBody): Pattern {
  if (takeMatch(cursor, /\((?!\?)/y) !== null) {
    return cursor.explicitCapture ? plain(cursor, readBody) : capture(cursor, undefined, readBody);
  }
  if (takeMatch(cursor, /\(\?:/y) !== null) return plain(cursor, readBody);
  const look = takeMatch(cursor, /\(\?(<?)([=!])/y);
  if (look !== null) {
    const body = readBody(cursor);
    close(cursor);
    return { type: "look", behind: look[1] === "<", negative: look[2] === "!", body };
  }
  const named = takeMatch(cursor, /\(\?(?:<(\w+)>|'(\w+)')/y);
  if (named === null) return refuseKind(cursor);
  const name = named[1] ?? named[2] ?? "";
  if (/^\d/.test(name)) return refusePattern(cursor, `gives a group the number ${name}; give it a name`);
  if (cursor.groups.includes(name)) return refusePattern(cursor, `names two groups ${name}`);
  return capture(cursor, name, readBody);
}

function plain(cursor: PatternCursor, readBody: ReadBody): Pattern {
  const body = readBody(cursor);
  close(cursor);
  return { type: "group", index: undefined, body };
}

function capture(cursor: PatternCursor, name: string | undefined, readBody: ReadBody): Pattern {
  const index = cursor.groups.push(name);
  const body = readBody(cursor);
  close(cursor);
  cursor.closed.add(index);
  return { type: "group", index, body };
}

function close(cursor: PatternCursor): void {
  if (takeMatch(cursor, /\)/y) === null) refusePattern(cursor, "has a group without its closing parenthesis");
}

/** Names what .NET has and JavaScript has not. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\(\?>/y, "has an atomic group (?>…), which JavaScript does not have; write (?:…) where it gives the same"],
  [/\(\?(?:<(?:\w+)?-\w+>|'(?:\w+)?-\w+')/y, "has a balancing group, which JavaScript does not have"],
  [/\(\?\(/y, "has a conditional (?(…)…), which JavaScript does not have"],
  [/\(\?[imnsx-]+[:)]/y, "sets options in the middle, which JavaScript cannot; set them at the beginning, as in (?i)"],
];

function refuseKind(cursor: PatternCursor): never {
  for (const [shape, why] of kinds) {
    shape.lastIndex = cursor.at;
    if (shape.test(cursor.text)) return refusePattern(cursor, why);
  }
  return refusePattern(cursor, "has a group of an unknown kind");
}
