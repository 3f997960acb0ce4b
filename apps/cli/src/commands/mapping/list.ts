import { chosenObjects } from "../../mappings/object-mappings.ts";
import { addReadOptions, type ReadOptions, showOfSchema } from "../../mappings/show-of-schema.ts";
import { mappingFields } from "../../output/graph-fields.ts";
import { plain } from "../../output/plain.ts";
import { columns } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const mappingList: AnyVerb = verb<ReadOptions>({
  words: "mapping list",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get"],
  args: "<app>",
  summary: "list the attribute mappings of a job",
  details: "MATCH is the priority of an attribute that finds accounts again; the lowest is tried first.",
  example: "graph-sync mapping list Quillnote --object User",
  options: (command) =>
    addReadOptions(command, { ...mappingFields, names: { object: "value", ...mappingFields.names } }),
  run: ({ args: [app = ""], options, surroundings }) =>
    showOfSchema("mapping list", app, options, surroundings, (schema) => {
      const value = chosenObjects(schema, options).flatMap(({ sourceObjectName, attributeMappings }) =>
        (attributeMappings ?? []).map((mapping) => ({ object: sourceObjectName ?? null, ...mapping })),
      );
      const rows = value.map(({ object, targetAttributeName, source, matchingPriority, flowType }) => [
        plain(object),
        plain(targetAttributeName),
        plain(source?.expression ?? source?.name),
        matchingPriority ? `${matchingPriority}` : "",
        plain(flowType),
      ]);
      return { value, text: () => columns(["OBJECT", "TARGET", "SOURCE", "MATCH", "FLOW"], rows) };
    }),
});
