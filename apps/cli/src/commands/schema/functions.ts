import { toArray } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { functionFields } from "../../output/graph-fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { resolveSchema, schemaWords } from "../../schema/resolve-schema.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface FunctionsOptions extends ConnectionOptions, JsonOptions {}

export const schemaFunctions: AnyVerb = verb<FunctionsOptions>({
  words: "schema functions",
  args: "<schema>",
  summary: "list the functions that expressions can call",
  details: `${schemaWords} An argument in brackets can be left out. It reads, yet needs Synchronization.ReadWrite.All.`,
  example: "graph-sync schema functions Quillnote",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.functions"],
  options(command) {
    addConnectionOptions(command);
    addJsonOption(command, functionFields);
  },
  async run({ args: [word = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "schema functions" }, async (session) => {
      const { client } = await resolveSchema(session, word);
      const found = await toArray(client.functions(session.call));
      const rows = found.map(({ name, id, parameters }) => [
        plain(name ?? id),
        (parameters ?? [])
          .map(({ name, required, allowMultipleOccurrences }) => {
            const shown = `${plain(name)}${allowMultipleOccurrences === true ? "…" : ""}`;
            return required === true ? shown : `[${shown}]`;
          })
          .join(", "),
      ]);
      const text = (): Promise<string> => columns(["FUNCTION", "ARGUMENTS"], rows);
      await show({ value: found, text }, options, surroundings.stdout);
    });
  },
});
