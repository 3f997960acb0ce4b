import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern } from "../../src/regex/compile-pattern.ts";
import { PatternError } from "../../src/regex/pattern.ts";
import { replaceMatches } from "../../src/regex/replacement.ts";
import { matches, search } from "../../src/regex/search.ts";

const all = (pattern: string, text: string): readonly string[] =>
  [...search(compilePattern(pattern), text)].map(([match]) => match);

describe("what .NET means and JavaScript does not", () => {
  test.each<[string, string, readonly string[], string]>([
    [String.raw`\d+`, "7٣", ["7٣"], "digits are those of all scripts"],
    [String.raw`\w+`, "Žluťoučký kůň", ["Žluťoučký", "kůň"], "letters are those of all scripts"],
    [String.raw`\bé`, "é né", ["é"], "so are the ends of words"],
    ["a.b", "a\rb", ["a\rb"], "the point takes a carriage return"],
    ["a.b", "a\nb", [], "but no line feed"],
    ["(?s)a.b", "a\nb", ["a\nb"], "unless the option s says so"],
    ["b$", "ab\n", ["b"], "the end is also before a last line feed"],
    [String.raw`b\z`, "ab\n", [], String.raw`but \z is the very end`],
    ["(?m)^b$", "a\nb\nc", ["b"], "with m, lines have ends"],
    ["(?m)^b", "a\rb", [], "and a carriage return ends no line"],
    ["(?i)ABC", "xaBc", ["aBc"], "the option i sees no case"],
    ["(?x) a b # both\n c", "abc", ["abc"], "with x, spaces and comments mean nothing"],
    ["(?n)(a)(?<x>b)", "ab", ["ab"], "with n, only named groups capture"],
    ["a(?#a comment)b", "ab", ["ab"], "comments mean nothing"],
    ["[a-z-[aeiou]]+", "hello", ["h", "ll"], "a set may be taken away from another"],
    ["[]a]+", "a]", ["a]"], "a bracket at the beginning of a set is a member"],
    ["[^]a]+", "xa]", ["x"], "also of a set that denies"],
    [String.raw`[\W\d]+`, "a1-b", ["1-"], "a set may hold an opposite"],
    [String.raw`[^\W\d]+`, "a1-b", ["a", "b"], "and deny it"],
    [String.raw`[\w-]+`, "a-b c", ["a-b", "c"], "a hyphen at the end is one"],
    ["a{,2}", "a{,2}", ["a{,2}"], "braces without a first number are characters"],
    ["a{", "a{", ["a{"], "so is a brace alone"],
    [String.raw`\x41\u0042\103`, "ABC", ["ABC"], "characters may be named by number"],
    [String.raw`[\b]`, "\b", ["\b"], String.raw`in a set, \b is a backspace`],
    [String.raw`\p{Lu}\P{Lu}`, "aB1", ["B1"], "categories are those of Unicode"],
    [String.raw`(?'q'["']).*?\k<q>`, `say "it's"`, [`"it's"`], "names may stand in quotes, and references take them"],
    [String.raw`(a)b\1`, "aba", ["aba"], "references take numbers"],
    [String.raw`(?<=\$)\d+(?!\d|%)`, "$12 $3%", ["12"], "looking ahead and behind is the same"],
    [String.raw`.*\@x\-y`, "a@x-y", ["a@x-y"], "an escape that is not needed is allowed"],
    ["(?:)|x", "", [""], "nothing matches nothing"],
  ])("%s in %j finds %j: %s", (pattern, text, found) => {
    expect(all(pattern, text)).toEqual(found);
  });
});

describe("a refusal names", () => {
  test.each<[string, string]>([
    ["(?>a)", "atomic group"],
    ["(?<a-b>x)", "balancing group"],
    ["(?<-b>x)", "balancing group"],
    ["(?(1)a|b)", "conditional"],
    ["a(?i)b", "options in the middle"],
    ["(?i:a)", "options in the middle"],
    [String.raw`\Ga`, String.raw`\G`],
    [String.raw`\p{IsGreek}`, "block"],
    ["(?<a>x)(?<a>y)", "two groups a"],
    ["(?<1>x)", "the number 1"],
    [String.raw`(a)?b\1`, "may have matched nothing"],
    [String.raw`(?:(a)|b)\1`, "may have matched nothing"],
    [String.raw`\1(a)`, "does not end before it"],
    [String.raw`\k<x>`, "group x"],
    ["a**", "quantifier behind a quantifier"],
    ["a*+", "quantifier behind a quantifier"],
    ["*a", "nothing before it"],
    ["a{3,2}", "reverse order"],
    ["[z-a]", "reverse order"],
    ["[a", "closing bracket"],
    ["(a", "closing parenthesis"],
    ["a)", "closing parenthesis too many"],
    ["a\\", "ends with a backslash"],
    [String.raw`\y`, String.raw`unknown escape \y`],
    [String.raw`[a-\d]`, "ends in a class"],
    ["(?Pa)", "unknown kind"],
    [`${"(".repeat(300)}a${")".repeat(300)}`, "nested deeper"],
  ])("what is wrong with %s: %s", (pattern, why) => {
    expect(() => compilePattern(pattern)).toThrow(PatternError);
    expect(() => compilePattern(pattern)).toThrow(why);
  });

  test.each(["^(a+)+$", "(a*)*", "(?:a+b?)+", "^(?:.*,)*x", "(x+x+)+y"])(
    "a repetition in a repetition, %s",
    (pattern) => {
      expect(() => compilePattern(pattern)).toThrow("itself repeats without one");
    },
  );

  test.each(["(a|a)*b", "(a|ab)*$", "(?:a?a)*b", "(a{1,2}){2,}b"])(
    "choices that overlap in a repetition, %s",
    (pattern) => {
      expect(() => compilePattern(pattern)).toThrow("in several ways");
    },
  );
});

describe("over 50,000 characters", () => {
  const text = "a".repeat(50_000);

  test.each(["a*a*a*b", String.raw`\w+\w+$`, "(.*)x(.*)y(.*)z", "(?:a{0,50}){0,50}b"])(
    "%s is refused before it runs",
    (pattern) => {
      expect(() => matches(compilePattern(pattern), text)).toThrow("too long");
    },
  );

  test.each<[string, boolean]>([
    ["^a+$", true],
    ["a*", true],
    ["^(?:ab|a)", true],
    ["^[^-]*-[^-]*$", false],
    ["b", false],
    ["^(?:a[bc]){5}", false],
  ])("%s runs", (pattern, found) => {
    expect(matches(compilePattern(pattern), text)).toBe(found);
  });
});

test("the same pattern runs over a short text", () => {
  expect(all("(.*)x(.*)y(.*)z", "1x2y3z")).toEqual(["1x2y3z"]);
});

test.each<[string, string, string, string]>([
  ["(a)(b)", "xaby", "$2$1", "xbay"],
  ["b", "abc", "[$&|$`|$'|$_|$$]", "a[b|a|c|abc|$]c"],
  ["(?<n>b)", "abc", "${n}${m}$3$", "ab${m}$3$c"],
  ["(?<n>a)(b)", "ab", "$1-$2-$+", "b-a-a"],
  ["x*", "ab", "-", "-a-b-"],
])("%s in %s by %s gives %s, as .NET substitutes", (pattern, text, replacement, result) => {
  expect(replaceMatches(compilePattern(pattern), text, replacement, () => undefined)).toBe(result);
});

test("a group that a repetition passed by is refused where its value is used", () => {
  const pattern = compilePattern("(?:(?<x>a)|b)+");
  expect(matches(pattern, "ab")).toBe(true);
  expect(() => replaceMatches(pattern, "ab", "${x}", () => undefined)).toThrow("repeats past");
});

test("any pattern is compiled or refused, and what is compiled ends on a text made to hurt", () => {
  const pieces = fc.constantFrom(
    "a",
    "b",
    ".",
    "\\w",
    "\\d",
    "[ab]",
    "[^a]",
    "(",
    "(?:",
    "(?<n>",
    ")",
    "|",
    "*",
    "+",
    "?",
    "{2,5}",
    "^",
    "$",
    "\\b",
    "\\1",
    "(?=",
    "(?<!",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 16 }).map((all) => all.join("")),
        fc.string({ maxLength: 20 }),
      ),
      (text) => {
        try {
          matches(compilePattern(text), `${"a".repeat(2000)}!`);
        } catch (error) {
          if (!(error instanceof PatternError)) throw error;
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test("where .NET and JavaScript mean the same, they find the same", () => {
  const pieces = fc.constantFrom(
    "a",
    "b",
    "[ab]",
    "[^b]",
    ".",
    "(",
    "(?:",
    ")",
    "|",
    "*",
    "+?",
    "{1,3}",
    "^",
    "(?=",
    "(?!",
  );
  const text = fc.stringMatching(/^[abc]{0,8}$/);
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), text, (parts, searched) => {
      const pattern = parts.join("");
      let compiled;
      try {
        compiled = compilePattern(pattern);
      } catch {
        return;
      }
      fc.pre(isJavaScript(pattern));
      const expected = [...searched.matchAll(new RegExp(pattern, "gu"))].map((match) => [match.index, ...match]);
      expect([...search(compiled, searched)].map((match) => [match.index, ...match])).toEqual(expected);
    }),
    { numRuns: 5000 },
  );
});

/** JavaScript refuses some of .NET's patterns, such as a repeated look ahead. */
function isJavaScript(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u").source !== "";
  } catch {
    return false;
  }
}
