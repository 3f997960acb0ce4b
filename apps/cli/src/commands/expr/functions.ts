import type { FunctionInfo } from "@graph-sync/expressions";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { ours } from "../../output/fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, facts, type JsonOptions, show } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const exprFunctions: AnyVerb = verb<JsonOptions>({
  words: "expr functions",
  args: "[name]",
  summary: "list the functions of expressions, or show one",
  details: "Works without a tenant: it is what the documentation has.",
  example: "graph-sync expr functions FormatDateTime",
  options: (command) =>
    addJsonOption(
      command,
      ours(["name", "returns", "status", "docs", "summary"], {
        parameters: "any",
        graphParameters: "any",
        surfaces: "value",
      }),
    ),
  async run({ args: [name], options, surroundings }) {
    const { functions } = await import("@graph-sync/expressions");
    const { functionSummaries } = await import("@graph-sync/expressions/reference");
    const summary = (one: FunctionInfo): string => functionSummaries[one.name] ?? "";
    if (name === undefined) {
      const value = functions.map((one) => ({ ...one, summary: summary(one) }));
      const rows = functions.map((one) => [one.name, summary(one)]);
      return show({ value, text: () => columns(["FUNCTION", "WHAT IT DOES"], rows) }, options, surroundings.stdout);
    }
    const one = functions.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (one === undefined) {
      throw new Refusal(
        exitCodes.usage,
        `There is no function ${plain(name)}.`,
        "graph-sync expr functions lists them.",
      );
    }
    const text = (): Promise<string> =>
      facts(signature(one), [
        ["what it does", summary(one)],
        ["gives", one.returns],
        ["where", one.surfaces.join(", ")],
        ["status", one.status],
        ["reference", one.docs],
      ]);
    await show({ value: { ...one, summary: summary(one) }, text }, options, surroundings.stdout);
  },
});

/** `Join(separator, source …)`; what may be left out stands in brackets. */
function signature({ name, parameters }: FunctionInfo): string {
  const words = parameters.map((one) => {
    const word = one.repeating ? `${one.name} …` : one.name;
    return one.required ? word : `[${word}]`;
  });
  return `${name}(${words.join(", ")})`;
}
