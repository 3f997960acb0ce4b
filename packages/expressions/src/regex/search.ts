import { type CompiledPattern } from "./compile-pattern.ts";
import { PatternError } from "./pattern.ts";
import { shown } from "../text/shown.ts";

/** A fraction of a second of trying. */
const maxSteps = 100_000_000;

/**
 * Every match in a text, or the first one only. What a search can cost at worst is known from the pattern and the
 * text's length, so a search that could take long is refused before it begins.
 *
 * @throws PatternError
 */
export function* search(pattern: CompiledPattern, text: string, withPlaces = false): Generator<RegExpExecArray> {
  checkCost(pattern, text.length);
  const regex = withPlaces ? pattern.withPlaces : pattern.regex;
  let from = 0;
  while (from <= text.length) {
    regex.lastIndex = from;
    const match = run(regex, text, pattern);
    if (match === null) return;
    // The place is kept here and not in the regular expression: it may be used again before this search goes on.
    from = match.index + match[0].length + (match[0] === "" ? 1 : 0);
    yield match;
  }
}

export function matches(pattern: CompiledPattern, text: string): boolean {
  checkCost(pattern, text.length);
  pattern.regex.lastIndex = 0;
  return run(pattern.regex, text, pattern) !== null;
}

function checkCost({ text: source, cost }: CompiledPattern, length: number): void {
  const { exponent, bits, work } = cost;
  // A short text has no room for many ways.
  let steps = 2 ** Math.min(bits, 2 * length) * Math.min(work, Math.max(length, 1));
  for (let turn = 1; turn <= exponent; turn += 1) steps *= Math.max(1, length / turn);
  if (steps <= maxSteps) return;
  throw new PatternError(
    `the regular expression ${shown(source)} could take too long over ${length} characters; ` +
      "begin it with ^, bound its repetitions, or let the next character decide, as in [^-]*-",
  );
}

function run(regex: RegExp, text: string, { text: source }: CompiledPattern): RegExpExecArray | null {
  try {
    return regex.exec(text);
  } catch {
    throw new PatternError(`the regular expression ${shown(source)} is too large for ${text.length} characters`);
  }
}
