import { unsteadyGroups } from "./group-certainty.ts";
import { PatternError } from "./pattern.ts";
import { shown } from "../text/shown.ts";
import { type PatternCost, patternCost } from "./pattern-cost.ts";
import { groupIndex } from "./group-index.ts";
import { readPattern } from "./read-pattern.ts";
import { writePattern } from "./write-pattern.ts";

/** A .NET regular expression, ready to search in JavaScript. */
export interface CompiledPattern {
  readonly text: string;
  readonly regex: RegExp;
  /** The same, and it tells where each group matched, which makes it slower. */
  readonly withPlaces: RegExp;
  readonly cost: PatternCost;
  readonly groups: readonly (string | undefined)[];
  readonly unsteady: ReadonlySet<number>;
}

/**
 * Makes a JavaScript regular expression of a .NET one, in the meaning of .NET's default options: `.` stops at a line
 * feed only, `$` also holds before a last line feed, `\w`, `\d` and `\b` know all of Unicode.
 *
 * @throws PatternError for a construct that has no counterpart, and for a pattern that could take for ever.
 */
export function compilePattern(text: string): CompiledPattern {
  const read = readPattern(text);
  const unsteady = unsteadyGroups(text, read.root);
  const cost = patternCost(text, read);
  const source = writePattern(read.root);
  const flags = read.ignoreCase ? "giu" : "gu";
  try {
    const [regex, withPlaces] = [new RegExp(source, flags), new RegExp(source, `d${flags}`)];
    return { text, regex, withPlaces, cost, groups: read.groups, unsteady };
  } catch {
    throw new PatternError(`the regular expression ${shown(text)} is too large`);
  }
}

/** Per tree or filter: what has been compiled lives as long as the node that holds the pattern. */
const compiled = new WeakMap<object, CompiledPattern>();

export function compiledFor(owner: object, text: string): CompiledPattern {
  const known = compiled.get(owner);
  if (known?.text === text) return known;
  const made = compilePattern(text);
  compiled.set(owner, made);
  return made;
}

/** @throws PatternError where there is no such group, or its value would differ from .NET's. */
export function groupOf(pattern: CompiledPattern, name: string): number {
  const index = groupIndex(pattern.groups, name);
  if (index === undefined) throw new PatternError(`the regular expression ${shown(pattern.text)} has no group ${name}`);
  if (!pattern.unsteady.has(index)) return index;
  throw new PatternError(
    `the regular expression ${shown(pattern.text)} repeats past the group ${name}, where JavaScript and .NET differ`,
  );
}
