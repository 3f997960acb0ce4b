import { readExpression } from "../../expressions/read-expression.ts";
import { sourceFields } from "../../output/graph-fields.ts";
import { plain, plainLine } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const exprParse: AnyVerb = verb<JsonOptions>({
  words: "expr parse",
  args: "<expression>",
  summary: "print an expression as the service writes it, and what is wrong with it",
  details:
    "Works without a tenant. Mistakes that can be known without a user go to stderr. With --json it prints the source of\n" +
    "an attribute mapping, which has the expression as a tree.",
  example: "graph-sync expr parse 'Join(\" \", [givenName],[surname])'",
  options: (command) => addJsonOption(command, sourceFields),
  async run({ args: [text = ""], options, surroundings }) {
    const tree = await readExpression(text, surroundings);
    const { check } = await import("@graph-sync/expressions/check");
    const { toParsedExpression } = await import("@graph-sync/expressions/service");
    for (const { severity, message } of check(tree)) surroundings.stderr.write(`${severity}: ${plainLine(message)}\n`);
    const value = toParsedExpression(tree);
    await show({ value, text: async () => `${plain(value.expression)}\n` }, options, surroundings.stdout);
  },
});
