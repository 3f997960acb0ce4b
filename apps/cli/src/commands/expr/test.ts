import { isDeepStrictEqual } from "node:util";
import type { EvaluateOptions } from "@graph-sync/expressions";
import { exitCodes } from "../../exit-codes.ts";
import { type ExpressionTest, readTests } from "../../expressions/test-file.ts";
import { inputName, readInput } from "../../input/read-input.ts";
import { ours } from "../../output/fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const exprTest: AnyVerb = verb<JsonOptions>({
  words: "expr test",
  args: "<file>",
  summary: "run a file of tests of expressions",
  details:
    "Works without a tenant. The file is YAML:\n\n" +
    "  now: 2026-01-31          # optional, for Now()\n" +
    "  tests:\n" +
    "    - name: the country is written in capitals\n" +
    "      expression: ToUpper([country])\n" +
    "      input: { country: de }\n" +
    "      expect: DE            # a text, a list, true, null; or error: and its code\n\n" +
    "Ends with 1 where one fails.",
  failsWhen: "a test fails",
  example: "graph-sync expr test mappings.test.yaml",
  options: (command) => addJsonOption(command, ours(["name", "passed"], { expected: "any", got: "any" })),
  async run({ args: [file = ""], options, surroundings }) {
    const text = await readInput(file, surroundings);
    const { tests, now, defaultDomain } = await readTests(text, inputName(file));
    const clock = now === undefined ? surroundings : { now: () => now };
    const shared = { clock, ...(defaultDomain === undefined ? {} : { defaultDomain }) };
    const value = await Promise.all(tests.map((test) => runTest(test, shared)));
    const failed = value.filter(({ passed }) => !passed).length;
    const lines = async (): Promise<string> =>
      [...value.map(lineOf), `${value.length - failed} passed, ${failed} failed`].map((line) => `${line}\n`).join("");
    await show({ value, text: lines }, options, surroundings.stdout);
    return failed === 0 ? exitCodes.ok : exitCodes.failed;
  },
});

interface Result {
  readonly name: string;
  readonly passed: boolean;
  readonly expected: ExpressionTest["expected"];
  readonly got: ExpressionTest["expected"];
}

async function runTest(
  { name, expression, input, expected }: ExpressionTest,
  shared: EvaluateOptions,
): Promise<Result> {
  const { evaluate, isExpressionEvaluationError, isExpressionSyntaxError, parse } =
    await import("@graph-sync/expressions");
  let got: ExpressionTest["expected"];
  try {
    got = { value: evaluate(parse(expression), { ...shared, attributes: input }).value };
  } catch (error) {
    if (!isExpressionEvaluationError(error) && !isExpressionSyntaxError(error)) throw error;
    got = { error: error.code };
  }
  return { name, passed: isDeepStrictEqual(got, expected), expected, got };
}

function lineOf({ name, passed, expected, got }: Result): string {
  if (passed) return `ok    ${plain(name)}`;
  return `FAIL  ${plain(name)}: expected ${outcome(expected)}, got ${outcome(got)}`;
}

function outcome(of: ExpressionTest["expected"]): string {
  return "error" in of ? `the error ${plain(of.error)}` : plain(JSON.stringify(of.value));
}
