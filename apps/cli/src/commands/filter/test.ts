import { type ExitCode, exitCodes } from "../../exit-codes.ts";
import { readJsonObject } from "../../input/read-input.ts";
import { addObjectOption, type ObjectOptions } from "../../mappings/object-mappings.ts";
import { readFilterFile } from "../../mappings/read-filter.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface TestOptions extends JsonOptions, ObjectOptions {
  readonly input: string;
  readonly exitStatus?: boolean;
}

export const filterTest: AnyVerb = verb<TestOptions>({
  words: "filter test",
  args: "<filter>",
  summary: "tell whether an object is in scope, and why",
  details:
    "Works without a tenant. <filter> is a JSON file with a scoping filter, or with a whole schema; the object is JSON as\n" +
    "Graph answers it. With --exit-status it ends with 1 where the object is out of scope.",
  failsWhen: "with --exit-status the object is out of scope",
  example: "graph-sync filter test schema.json --object User --input ada.json",
  options(command) {
    command
      .requiredOption("--input <file>", "the object, a JSON file or - for stdin")
      .option("--exit-status", "end with 1 where it is out of scope");
    addObjectOption(command);
    addJsonOption(command);
  },
  async run({ args: [file = ""], options, surroundings }): Promise<ExitCode> {
    const filter = await readFilterFile(file, options, surroundings);
    const attributes = await readJsonObject(options.input, surroundings);
    const { evaluateFilter } = await import("@graph-sync/expressions/scope");
    const value = evaluateFilter(filter, attributes);
    const lines = value.explanation.split("\n").map((line) => `${plain(line)}\n`);
    await show({ value, text: async () => lines.join("") }, options, surroundings.stdout);
    return options.exitStatus === true && !value.inScope ? exitCodes.failed : exitCodes.ok;
  },
});
