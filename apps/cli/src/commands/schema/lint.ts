import { exitCodes } from "../../exit-codes.ts";
import { counted } from "../../output/counted.ts";
import { ours } from "../../output/fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { readSchema, usable } from "../../schema/read-schema.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface LintOptions extends JsonOptions {
  readonly template?: string;
}

export const schemaLint: AnyVerb = verb<LintOptions>({
  words: "schema lint",
  args: "<file>",
  summary: "find what the service would refuse, ignore or do otherwise than meant",
  details:
    "Needs no tenant and no network. <file> is JSON or YAML, and - is stdin. It ends with 1 where there is an error; " +
    "warnings and notes do not count.",
  failsWhen: "the schema has an error",
  example:
    "graph-sync schema lint quillnote.yaml\ngraph-sync schema lint quillnote.json --json rule,path\n" +
    "graph-sync schema export Quillnote | graph-sync schema lint -",
  options(command) {
    command.option("--template <file>", "the schema of the job's template, for the rules that compare with it");
    addJsonOption(command, ours(["rule", "severity", "path", "message"], { fix: "any" }));
  },
  async run({ args: [path = ""], options, surroundings }) {
    const { lint } = await import("@graph-sync/schema");
    const { schema } = await readSchema(path, surroundings);
    const template = options.template === undefined ? undefined : await readSchema(options.template, surroundings);
    const findings = await usable(path, () =>
      lint(schema, template === undefined ? {} : { template: template.schema }),
    );
    const lines = findings.map(({ severity, rule, path, message, fix }) => {
      const mend = fix === undefined ? "" : `  Fix: ${plain(fix.summary)}\n`;
      return `${severity} ${rule} ${plain(path)}\n  ${plain(message)}\n${mend}`;
    });
    const errors = findings.filter(({ severity }) => severity === "error").length;
    const text = (): Promise<string> =>
      Promise.resolve(
        `${lines.join("")}${counted(errors, "error")}, ${findings.length - errors} warnings and notes.\n`,
      );
    await show({ value: findings, text }, options, surroundings.stdout);
    return errors > 0 ? exitCodes.failed : exitCodes.ok;
  },
});
