import fc from "fast-check";
import { expect, test } from "vitest";
import { format, maxExpressionLength, parse } from "../../src/index.ts";
import { trees, unplaced } from "./trees.ts";

test("reading what is written gives the same tree", () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const text = format(tree);
      fc.pre(text.length <= maxExpressionLength);
      expect(unplaced(parse(text))).toEqual(tree);
    }),
    { numRuns: 500 },
  );
});

test("white space anywhere between the parts changes nothing", () => {
  fc.assert(
    fc.property(trees, fc.stringMatching(/^[ \n\t]{0,3}$/), (tree, space) => {
      const text = format(tree);
      fc.pre(!/["[\]]/.test(text) && text.length < 5000);
      const spread = space + text.replace(/[(),]/g, `${space}$&${space}`) + space;
      expect(unplaced(parse(spread))).toEqual(tree);
    }),
  );
});

test.each([
  ["Mid( [mail] ,1,&HF )", 'Mid([mail], "1", "15")'],
  ['Replace([preferredLanguage], "-", , , "_", ,  )', 'Replace([preferredLanguage], "-", , , "_", , )'],
  ["RandomString(3,3,0,0,0,)", 'RandomString("3", "3", "0", "0", "0", )'],
  ["Now( )", "Now()"],
  ["F(,)", "F(, )"],
  ['"a"&("b"&"c")&[d]', '"a" & ("b" & "c") & [d]'],
  ["([a]=[b])<>(-1.5)", '([a] = [b]) <> "-1.5"'],
  ["((([a])))", "[a]"],
  ["&HFFFFFFFFFFFFFFFF", '"18446744073709551615"'],
  [String.raw`"\d \\ \""`, String.raw`"\\d \\ \""`],
])("%s is written %s", (text, canonical) => {
  expect(format(parse(text))).toBe(canonical);
});

test.each(["", "a]b", "a[b", 'a"b', "]", "[a]]"])("an attribute %j made by hand cannot be written", (name) => {
  expect(() => format({ type: "attribute", name, start: 0, end: 0 })).toThrow(RangeError);
});

test.each(["", "a b", "1a", "a("])("a function %j made by hand cannot be written", (name) => {
  expect(() => format({ type: "call", name, arguments: [], start: 0, end: 0 })).toThrow(RangeError);
});
