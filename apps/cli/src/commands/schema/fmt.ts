import { stat } from "node:fs/promises";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { plain } from "../../output/plain.ts";
import { readSchema } from "../../schema/read-schema.ts";
import { addFormatOption, type SchemaFormat, schemaText } from "../../schema/schema-format.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { replacing } from "../../storage/whole-file.ts";

interface FmtOptions {
  readonly format?: SchemaFormat;
  readonly sort?: boolean;
  readonly write?: boolean;
  readonly check?: boolean;
}

export const schemaFmt: AnyVerb = verb<FmtOptions>({
  words: "schema fmt",
  args: "<file>",
  summary: "print a schema in the one form that a repository keeps",
  details:
    "Needs no tenant and no network. <file> is JSON or YAML, and - is stdin. With --check it prints nothing and ends with 1 " +
    "where the file is in another form. Comments in YAML are not kept.",
  failsWhen: "with --check the file is in another form",
  example: "graph-sync schema fmt quillnote.json --format yaml\ngraph-sync schema fmt quillnote.yaml --check",
  options(command) {
    addFormatOption(command, "as the file");
    command
      .option("--sort", "rules, mappings and attributes in the order of their names")
      .option("--write", "write the file itself instead of stdout")
      .option("--check", "print nothing, and end with 1 where the file would change");
  },
  async run({ args: [path = ""], options, surroundings }) {
    const { schema, text, format } = await readSchema(path, surroundings);
    const formatted = await schemaText(schema, options.format ?? format, { sort: options.sort === true });
    if (options.check === true) {
      if (formatted === text) return exitCodes.ok;
      surroundings.stderr.write(`${plain(path)} is in another form: graph-sync schema fmt --write mends that.\n`);
      return exitCodes.failed;
    }
    if (options.write !== true) return void surroundings.stdout.write(formatted);
    if (path === "-") throw new Refusal(exitCodes.usage, "stdin cannot be written.", "Leave --write out.");
    if (formatted === text) return exitCodes.ok;
    const { mode } = await stat(path);
    await replacing(path, async (file) => {
      await file.writeFile(formatted);
      // It stays as readable as it was.
      await file.chmod(mode & 0o777);
    });
    return exitCodes.ok;
  },
});
