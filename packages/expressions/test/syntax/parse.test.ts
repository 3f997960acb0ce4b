import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Expression,
  type ExpressionSyntaxError,
  isExpressionSyntaxError,
  parse,
  positionAt,
} from "../../src/index.ts";

test("each node knows where it stands", () => {
  const text = ' Join( "x" ,  [a b] & Now( ) , ) ';
  const placed = (tree: { readonly start: number; readonly end: number }): string => text.slice(tree.start, tree.end);
  const tree = parse(text);
  expect(placed(tree)).toBe('Join( "x" ,  [a b] & Now( ) , )');
  if (tree.type !== "call") throw new Error("no call");
  expect(tree.arguments.map(placed)).toEqual(['"x"', "[a b] & Now( )", ""]);
  expect(tree.arguments[1]).toMatchObject({ type: "concatenation", parts: [{ name: "a b" }, { name: "Now" }] });
  expect(tree.arguments[2]).toMatchObject({ type: "omitted", start: 31 });
});

test.each<[string, Partial<Expression>]>([
  ['[emails[type eq "work"].value]', { type: "attribute", name: 'emails[type eq "work"].value' }],
  ['[a[type eq "]"].b]', { type: "attribute", name: 'a[type eq "]"].b' }],
  [String.raw`"\d\n\t"`, { type: "constant", value: String.raw`\d\n\t` }],
  [String.raw`"a \"b\" \\"`, { type: "constant", value: String.raw`a "b" \ `.trimEnd() }],
  ["vbTextCompare", { type: "identifier", name: "vbTextCompare" }],
  ["-2.50", { type: "constant", value: "-2.50" }],
  ["&hff", { type: "constant", value: "255" }],
])("%s is read", (text, node) => {
  expect(parse(text)).toMatchObject(node);
});

describe("an error", () => {
  const errorOf = (text: string): ExpressionSyntaxError => {
    try {
      parse(text);
    } catch (error) {
      if (isExpressionSyntaxError(error)) return error;
      throw error;
    }
    throw new Error(`${text} was read.`);
  };

  test.each<[string, number, number, string]>([
    ["", 1, 1, "a function"],
    ['Join(" ", [a] [b])', 1, 15, '","'],
    ['Trim(\n  "a"\n', 3, 1, '")"'],
    ['Trim("a', 1, 8, "a closing quote"],
    ["Trim([a", 1, 8, "a closing bracket"],
    ["[]", 1, 2, "the name of an attribute"],
    ["()", 1, 2, "a text in quotes"],
    ['"a" "b"', 1, 5, "the end of the expression"],
    ["[a] = [b] = [c]", 1, 11, "the end of the expression"],
    ["1a", 1, 1, "a number"],
    ["([a]", 1, 5, '")"'],
  ])("of %j stands in line %i, column %i, and %s was expected", (text, line, column, expected) => {
    const error = errorOf(text);
    expect([error.line, error.column]).toEqual([line, column]);
    expect(error.expected.some((one) => one.startsWith(expected))).toBe(true);
    expect(error.code).toBe("syntax");
  });

  test("shows the line with a caret below the place", () => {
    const { message, picture } = errorOf('Join(",",\n  [a] [b])');
    expect(picture).toBe("    [a] [b])\n        ^");
    expect(message).toBe(`Line 2, column 7: expected ",", ")", "&" or a comparison, found "[".\n${picture}`);
  });

  test("cuts a long line around the place", () => {
    const { picture } = errorOf(`${'"a" & '.repeat(100)}?${' & "a"'.repeat(100)}`);
    const [line = "", caret = ""] = picture.split("\n");
    expect(line.length).toBeLessThanOrEqual(78);
    expect(line[caret.indexOf("^")]).toBe("?");
  });

  test("explains typographic quotes", () => {
    expect(errorOf("“a”").message).toContain("straight quotes");
  });

  test("is known across copies of the package, and nothing else is", () => {
    expect(isExpressionSyntaxError(errorOf("?"))).toBe(true);
    expect(isExpressionSyntaxError(new Error("x"))).toBe(false);
    expect(isExpressionSyntaxError(null)).toBe(false);
  });
});

describe("limits", () => {
  const codeOf = (text: string): unknown => {
    try {
      return parse(text).type;
    } catch (error) {
      return isExpressionSyntaxError(error) ? error.code : error;
    }
  };

  test("10,000 characters are read and 10,001 are not", () => {
    expect(codeOf(`"${"x".repeat(9998)}"`)).toBe("constant");
    expect(codeOf(`"${"x".repeat(9999)}"`)).toBe("too-long");
    expect(codeOf(`${" ".repeat(1_000_000)}1`)).toBe("too-long");
  });

  test("400 levels are read and 401 are not", () => {
    expect(codeOf(`${"F(".repeat(400)}1${")".repeat(400)}`)).toBe("call");
    expect(codeOf(`${"F(".repeat(401)}1${")".repeat(401)}`)).toBe("too-deep");
    expect(codeOf("(".repeat(10_000))).toBe("too-deep");
  });

  test("a chain of 2,000 parts is flat", () => {
    expect(codeOf(`[a]${"&[a]".repeat(2000)}`)).toBe("concatenation");
  });
});

test("any text is read or refused with its place", () => {
  const pieces = fc.constantFrom(
    "F",
    "(",
    ")",
    ",",
    '"',
    "\\",
    "[",
    "]",
    "&",
    "&H",
    "=",
    "<>",
    "<",
    "1",
    "-",
    ".5",
    "a",
    " ",
    "\n",
    "😀",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 60 }).map((all) => all.join("")),
      ),
      (text) => {
        try {
          const tree = parse(text);
          expect(tree.end).toBeLessThanOrEqual(text.length);
        } catch (error) {
          if (!isExpressionSyntaxError(error)) throw error;
          expect(positionAt(text, error.offset)).toEqual({ line: error.line, column: error.column });
          expect(error.offset).toBeLessThanOrEqual(text.length);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
