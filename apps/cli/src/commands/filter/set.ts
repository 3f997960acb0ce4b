import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import {
  addSchemaChangeOptions,
  changeSchema,
  schemaChangeDetails,
  type SchemaChangeOptions,
} from "../../mappings/change-schema.ts";
import { chosenObject, withObject } from "../../mappings/object-mappings.ts";
import { readFilterFile } from "../../mappings/read-filter.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface SetOptions extends SchemaChangeOptions {
  readonly file?: string;
  readonly clear?: boolean;
}

export const filterSet: AnyVerb = verb<SetOptions>({
  words: "filter set",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get", "jobs.schema.replace"],
  args: "<app>",
  summary: "change who is in scope",
  details: `Accounts that leave the scope are deprovisioned, unless settings say to keep them.\n${schemaChangeDetails}`,
  example: "graph-sync filter set Quillnote --object User --file sales.json",
  options(command) {
    command
      .option("--file <file>", "the scoping filter, a JSON file or - for stdin")
      .option("--clear", "no filter: every object is in scope");
    addSchemaChangeOptions(command);
  },
  async run({ args: [app = ""], options, surroundings }) {
    const { file, clear } = options;
    if ((file === undefined) === (clear !== true)) {
      throw new Refusal(exitCodes.usage, "Say one of --file and --clear.", "graph-sync filter set --help shows both.");
    }
    const scope = file === undefined ? null : await readFilterFile(file, options, surroundings);
    await changeSchema("filter set", app, options, surroundings, (schema) =>
      withObject(schema, chosenObject(schema, options), (one) => ({ ...one, scope })),
    );
  },
});
