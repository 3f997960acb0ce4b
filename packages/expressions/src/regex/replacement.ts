import type { CompiledPattern } from "./compile-pattern.ts";
import { groupOf } from "./compile-pattern.ts";
import { groupIndex } from "./group-index.ts";
import { search } from "./search.ts";

/** A piece of a replacement: text, or what a match puts in. */
type Piece = string | { readonly group: number } | { readonly of: "before" | "after" | "input" };

/**
 * Replaces every match, with .NET's substitutions in the replacement: `${name}`, `$1`, `$&`, `$$` and the others. A name
 * or number that no group has stays as it is written.
 * https://learn.microsoft.com/dotnet/standard/base-types/substitutions-in-regular-expressions
 *
 * @throws PatternError
 */
export function replaceMatches(
  pattern: CompiledPattern,
  text: string,
  replacement: string,
  checkLength: (length: number) => void,
): string {
  const pieces = readReplacement(pattern, replacement);
  let result = "";
  let from = 0;
  for (const match of search(pattern, text)) {
    result += text.slice(from, match.index);
    from = match.index + match[0].length;
    for (const piece of pieces) {
      result += filled(piece, match, text);
      checkLength(result.length);
    }
  }
  return result + text.slice(from);
}

/**
 * Replaces what one group matched, in every match, with a text as it is.
 *
 * @throws PatternError
 */
export function replaceGroup(
  pattern: CompiledPattern,
  text: string,
  name: string,
  replacement: string,
  checkLength: (length: number) => void,
): string {
  const group = groupOf(pattern, name);
  let result = "";
  let from = 0;
  for (const { indices } of search(pattern, text, true)) {
    const [start, end] = indices?.[group] ?? [];
    if (start === undefined || end === undefined || start < from) continue;
    result += text.slice(from, start) + replacement;
    from = end;
    checkLength(result.length);
  }
  return result + text.slice(from);
}

/**
 * What one group matched in the first match; undefined where there is none.
 *
 * @throws PatternError
 */
export function firstGroup(pattern: CompiledPattern, text: string, name: string): string | undefined {
  const group = groupOf(pattern, name);
  for (const match of search(pattern, text)) return match[group];
  return undefined;
}

const substitution = /\$(?:(\$)|(&)|(`)|(')|(\+)|(_)|(\d+)|\{(\w+)\})/g;

function readReplacement(pattern: CompiledPattern, replacement: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of replacement.matchAll(substitution)) {
    const piece = pieceOf(pattern, found);
    if (piece === undefined) continue;
    pieces.push(replacement.slice(from, found.index), piece);
    from = found.index + found[0].length;
  }
  pieces.push(replacement.slice(from));
  return pieces;
}

function pieceOf(pattern: CompiledPattern, found: RegExpExecArray): Piece | undefined {
  const [, dollar, match, before, after, last, input, number, name] = found;
  if (dollar !== undefined) return "$";
  if (match !== undefined) return { group: 0 };
  if (before !== undefined) return { of: "before" };
  if (after !== undefined) return { of: "after" };
  if (input !== undefined) return { of: "input" };
  // The last group is the one with the highest number.
  const group = last === undefined ? (number ?? name ?? "") : String(pattern.groups.length);
  return groupIndex(pattern.groups, group) === undefined ? undefined : { group: groupOf(pattern, group) };
}

function filled(piece: Piece, match: RegExpExecArray, text: string): string {
  if (typeof piece === "string") return piece;
  if ("group" in piece) return match[piece.group] ?? "";
  if (piece.of === "input") return text;
  return piece.of === "before" ? text.slice(0, match.index) : text.slice(match.index + match[0].length);
}
