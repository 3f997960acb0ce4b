import type { Pattern, Repeat } from "./pattern.ts";

/** Writes a pattern for JavaScript's `u` flag. Groups are numbered, never named: their names live beside it. */
export function writePattern(pattern: Pattern): string {
  switch (pattern.type) {
    case "set":
    case "assertion":
      return pattern.source;
    case "sequence":
      return pattern.items.map((item) => (item.type === "alternatives" ? enclosed(item) : writePattern(item))).join("");
    case "alternatives":
      return pattern.options.map(writePattern).join("|");
    case "repeat":
      return `${repeatable(pattern.body)}${quantifier(pattern)}`;
    case "group":
      return pattern.index === undefined ? enclosed(pattern.body) : `(${writePattern(pattern.body)})`;
    case "look":
      return `(?${pattern.behind ? "<" : ""}${pattern.negative ? "!" : "="}${writePattern(pattern.body)})`;
    case "back-reference":
      // Enclosed, so that a digit behind it stays a digit.
      return `(?:\\${pattern.index})`;
  }
}

function enclosed(pattern: Pattern): string {
  return `(?:${writePattern(pattern)})`;
}

/** JavaScript repeats a character, a set or a group, but no assertion and nothing put together. */
function repeatable(pattern: Pattern): string {
  const whole = pattern.type === "group" || (pattern.type === "set" && !pattern.source.startsWith("("));
  return whole ? writePattern(pattern) : enclosed(pattern);
}

function quantifier({ least, most, lazy }: Repeat): string {
  const bounds = most === Infinity ? `{${least},}` : least === most ? `{${least}}` : `{${least},${most}}`;
  return `${{ "{0,}": "*", "{1,}": "+", "{0,1}": "?" }[bounds] ?? bounds}${lazy ? "?" : ""}`;
}
