import { toArray } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { operatorFields } from "../../output/graph-fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { resolveSchema, schemaWords } from "../../schema/resolve-schema.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface OperatorsOptions extends ConnectionOptions, JsonOptions {}

export const schemaOperators: AnyVerb = verb<OperatorsOptions>({
  words: "schema operators",
  args: "<schema>",
  summary: "list the operators of scoping filters",
  details: `${schemaWords} It reads, yet needs Synchronization.ReadWrite.All.`,
  example: "graph-sync schema operators Quillnote",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.filterOperators"],
  options(command) {
    addConnectionOptions(command);
    addJsonOption(command, operatorFields);
  },
  async run({ args: [word = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "schema operators" }, async (session) => {
      const { client } = await resolveSchema(session, word);
      const found = await toArray(client.filterOperators(session.call));
      const rows = found.map(({ name, id, arity, multivaluedComparisonType, supportedAttributeTypes }) => [
        plain(name ?? id),
        plain(arity),
        plain(multivaluedComparisonType),
        plain((supportedAttributeTypes ?? []).join(", ")),
      ]);
      const text = (): Promise<string> => columns(["OPERATOR", "ARITY", "OF SEVERAL VALUES", "TYPES"], rows);
      await show({ value: found, text }, options, surroundings.stdout);
    });
  },
});
