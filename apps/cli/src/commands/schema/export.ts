import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { resolveSchema, schemaWords } from "../../schema/resolve-schema.ts";
import { answered } from "../../schema/read-schema.ts";
import { addFormatOption, type SchemaFormat, schemaText } from "../../schema/schema-format.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { writeWhole } from "../../storage/whole-file.ts";

interface ExportOptions extends ConnectionOptions {
  readonly portable?: boolean;
  readonly format?: SchemaFormat;
  readonly sort?: boolean;
  readonly output?: string;
}

export const schemaExport: AnyVerb = verb<ExportOptions>({
  words: "schema export",
  args: "<schema>",
  summary: "print the schema of a job or a template",
  details: `${schemaWords} --portable puts placeholders in the place of what belongs to one tenant.`,
  example: "graph-sync schema export Quillnote --format yaml -o quillnote.yaml",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get"],
  options(command) {
    command.option("--portable", "without the ids and names of one tenant");
    addFormatOption(command, "json");
    command
      .option("--sort", "rules, mappings and attributes in the order of their names")
      .option("-o, --output <file>", "write this file, for its owner alone, instead of stdout");
    addConnectionOptions(command);
  },
  async run({ args: [word = ""], options, surroundings }) {
    const { toPortable } = await import("@graph-sync/schema");
    await inSession(options, surroundings, { words: "schema export" }, async (session) => {
      const { client } = await resolveSchema(session, word);
      const live = await client.get(undefined, session.call);
      const text = await answered("The answer", () => {
        const schema = options.portable === true ? toPortable(live).schema : live;
        return schemaText(schema, options.format ?? "json", { sort: options.sort === true });
      });
      if (options.output === undefined) return void surroundings.stdout.write(text);
      await writeWhole(options.output, text);
    });
  },
});
