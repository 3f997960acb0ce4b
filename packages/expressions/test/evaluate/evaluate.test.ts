import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  evaluate,
  type EvaluateOptions,
  ExpressionEvaluationError,
  format,
  functions,
  isExpressionEvaluationError,
  maxExpressionLength,
  parse,
} from "../../src/index.ts";

const valueOf = (text: string, options: EvaluateOptions = {}): unknown => evaluate(parse(text), options).value;
const codeOf = (text: string, options: EvaluateOptions = {}): unknown => {
  try {
    return valueOf(text, options);
  } catch (error) {
    return isExpressionEvaluationError(error) ? error.code : error;
  }
};

describe("attributes", () => {
  const attributes = { a: "x", list: ["p", null, "q"], flag: true, 'emails[type eq "work"].value': "w" };

  test.each<[string, unknown]>([
    ["[a]", "x"],
    ["[A]", null],
    ["[list]", ["p", "q"]],
    ["[flag]", true],
    ['[emails[type eq "work"].value]', "w"],
    ["[toString]", null],
    ["[__proto__]", null],
  ])("%s is %j", (text, value) => {
    expect(valueOf(text, { attributes })).toEqual(value);
  });
});

test("values are texts as the service answers, and value keeps what they are", () => {
  expect(evaluate(parse("[a]"), { attributes: { a: [true, 1.5, "x", { b: 1 }] } })).toMatchObject({
    value: [true, 1.5, "x", { b: 1 }],
    values: ["True", "1.5", "x", '{"b":1}'],
  });
  expect(evaluate(parse("[a]")).values).toEqual([]);
});

describe("comparisons", () => {
  test.each<[string, boolean]>([
    ['"a" = "A"', false],
    ['"10" > "9"', true],
    ['"10" = "10.0"', false],
    ['Count([l]) = "2"', true],
    ['Count([l]) >= "1.5"', true],
    ['IsNull([x]) = "true"', true],
    ['[x] = ""', true],
    ['"b" <= "b"', true],
    ['"a" < "b"', true],
    ['CDate("2024-01-02") > "1/1/2024"', true],
    ['CDate("2024-01-02") = "2024-01-02T02:00:00+02:00"', true],
    ['"9007199254740993" > "9007199254740992"', true],
  ])("%s is %s", (text, expected) => {
    expect(valueOf(text, { attributes: { l: ["p", "q"] } })).toBe(expected);
  });

  test("a list has no place in them, nor beside &", () => {
    expect(codeOf('[l] = "p"', { attributes: { l: ["p", "q"] } })).toBe("multi-valued");
    expect(codeOf('[l] & "p"', { attributes: { l: ["p", "q"] } })).toBe("multi-valued");
    expect(valueOf('[l] & "-" & [x]', { attributes: { l: ["p"] } })).toBe("p-");
  });
});

test("an error names the function, its place and what to do", () => {
  const text = 'Join("", Left([a], "many"))';
  const error = (() => {
    try {
      return evaluate(parse(text), { attributes: { a: "x" } });
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(ExpressionEvaluationError);
  if (!isExpressionEvaluationError(error)) throw error;
  expect(error.message).toBe('Left: NumChars is "many", which is no whole number.');
  expect(error.functionName).toBe("Left");
  expect(text.slice(error.start, error.end)).toBe('Left([a], "many")');
});

test("there is no function by another case, and none on a prototype", () => {
  expect(codeOf("join()")).toBe("unknown-function");
  expect(codeOf("constructor()")).toBe("unknown-function");
});

test("a function of cloud sync says so", () => {
  expect(() => valueOf("Trim([a])", { surface: "app-provisioning" })).toThrow(
    "Trim: this is a function of cloud-sync only, not of app-provisioning.",
  );
});

test("texts cannot grow without end", () => {
  let text = "[a]";
  while (text.length < 9000) text = `Replace(${text}, "a", , , "aaaaaaaaaa", , )`;
  expect(codeOf(text, { attributes: { a: "a" } })).toBe("too-long");
  let pattern = "[a]";
  for (let turn = 0; turn < 40; turn += 1) pattern = `Replace(${pattern}, , "a", , "$_$_", , )`;
  expect(codeOf(pattern, { attributes: { a: "aaaa" } })).toBe("too-long");
});

test("a pattern that could take for ever ends at once over 50,000 characters", () => {
  expect(codeOf('Replace([a], , "^(a+)+$", , "", , )', { attributes: { a: `${"a".repeat(50_000)}!` } })).toBe(
    "regular-expression",
  );
});

test("any call of any function gives a value or an error of ours", () => {
  const leaf = fc.oneof(
    fc.constantFrom(
      "[a]",
      "[list]",
      "[date]",
      "[roles]",
      "[none]",
      '"x"',
      '""',
      "1",
      "0",
      "-1",
      '"yyyy-MM-dd"',
      '"d"',
      '"@"',
      "UTF8",
      "",
    ),
    fc.string({ maxLength: 6 }).map((text) => format({ type: "constant", value: text, start: 0, end: 0 })),
  );
  const name = fc.constantFrom(...functions.map((one) => one.name));
  const call = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.tuple(name, fc.array(inner, { maxLength: 7 })).map(([head, values]) => `${head}(${values.join(", ")})`);
  const options: EvaluateOptions = {
    attributes: {
      a: "Ünï-1",
      list: ["p", "q"],
      date: "2024-02-29T01:02:03Z",
      roles: [{ id: "1", value: "v", displayName: "d" }],
    },
    clock: { now: () => 1.7e12 },
    random: () => 0.5,
    defaultDomain: "x.y",
  };
  fc.assert(
    fc.property(call(fc.oneof(leaf, call(leaf))), (text) => {
      fc.pre(text.length <= maxExpressionLength);
      const code = codeOf(text, options);
      expect(code).not.toBeInstanceOf(Error);
    }),
    { numRuns: 5000 },
  );
});

test("evaluating takes time in proportion to the expression", () => {
  const chain = (size: number): string => `Join(""${', Replace([a], "-", , , "_", , )'.repeat(size)})`;
  const least = (size: number): number => {
    const tree = parse(chain(size));
    let shortest = Infinity;
    for (let turn = 0; turn < 60; turn += 1) {
      const began = performance.now();
      evaluate(tree, { attributes: { a: "x-y-z" } });
      shortest = Math.min(shortest, performance.now() - began);
    }
    return shortest;
  };
  least(280);
  expect(least(280) / Math.max(least(35), 0.005)).toBeLessThan(40);
});
