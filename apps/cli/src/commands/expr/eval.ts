import type { Evaluation } from "@graph-sync/expressions";
import { type Command, Option } from "commander";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { readExpression } from "../../expressions/read-expression.ts";
import { readJsonObject } from "../../input/read-input.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface EvalOptions extends JsonOptions {
  readonly input?: string;
  readonly surface?: "app-provisioning" | "cloud-sync";
  readonly operation?: "create" | "update";
  readonly defaultDomain?: string;
}

export const exprEval: AnyVerb = verb<EvalOptions>({
  words: "expr eval",
  args: "<expression>",
  summary: "evaluate an expression for an object",
  details:
    'Works without a tenant. The object is JSON as Graph answers it: {"givenName": "Ada"}. It prints the value, several\n' +
    "values on a line each. Ends with 1 where the expression has no value for the object.",
  failsWhen: "the expression has no value for the object",
  example:
    "graph-sync expr eval 'ToUpper([country])' --input user.json\n" +
    "echo '{\"country\":\"de\"}' | graph-sync expr eval 'ToUpper([country])' --input -",
  options(command: Command) {
    command
      .option("--input <file>", "the object, a JSON file or - for stdin; without it no attribute has a value")
      .addOption(
        new Option("--surface <where>", "refuse what only the other one has").choices([
          "app-provisioning",
          "cloud-sync",
        ]),
      )
      .addOption(new Option("--operation <what>", "what the value is for; roles differ").choices(["create", "update"]))
      .option("--default-domain <name>", "the tenant's, for DefaultDomain()");
    addJsonOption(command);
  },
  async run({ args: [expression = ""], options, surroundings }) {
    const { input, surface, operation, defaultDomain } = options;
    const tree = await readExpression(expression, surroundings);
    const attributes = input === undefined ? {} : await readJsonObject(input, surroundings);
    const { evaluate, isExpressionEvaluationError } = await import("@graph-sync/expressions");
    let value: Evaluation;
    try {
      value = evaluate(tree, {
        attributes,
        clock: surroundings,
        random: Math.random,
        ...(surface === undefined ? {} : { surface }),
        ...(operation === undefined ? {} : { operation }),
        ...(defaultDomain === undefined ? {} : { defaultDomain }),
      });
    } catch (cause) {
      if (!isExpressionEvaluationError(cause)) throw cause;
      throw new Refusal(
        exitCodes.failed,
        cause.message,
        `Such an object would not get this attribute (${cause.code}).`,
        { cause },
      );
    }
    await show({ value, text: async () => textOf(value) }, options, surroundings.stdout);
    if (value.redacted) surroundings.stderr.write("Provisioning logs show [Redact] instead of this value.\n");
  },
});

function textOf({ values, dropped }: Evaluation): string {
  if (dropped) return "(the attribute leaves the flow; the target keeps what it has)\n";
  return values.length === 0 ? "(no value)\n" : values.map((value) => `${plain(value)}\n`).join("");
}
