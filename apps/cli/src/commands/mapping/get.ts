import { chosenAttribute } from "../../mappings/object-mappings.ts";
import { addReadOptions, type ReadOptions, showOfSchema } from "../../mappings/show-of-schema.ts";
import { mappingFields } from "../../output/graph-fields.ts";
import { plain } from "../../output/plain.ts";
import { facts } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const mappingGet: AnyVerb = verb<ReadOptions>({
  words: "mapping get",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get"],
  args: "<app> <target>",
  summary: "show how an attribute of the target gets its value",
  example: "graph-sync mapping get Quillnote userName",
  options: (command) => addReadOptions(command, mappingFields),
  run: ({ args: [app = "", target = ""], options, surroundings }) =>
    showOfSchema("mapping get", app, options, surroundings, (schema) => {
      const { object, mapping } = chosenAttribute(schema, target, options);
      const text = (): Promise<string> =>
        facts(plain(mapping.targetAttributeName), [
          ["object", `${plain(object.sourceObjectName)} to ${plain(object.targetObjectName)}`],
          ["source", plain(mapping.source?.expression ?? mapping.source?.name)],
          ["default", plain(mapping.defaultValue ?? "(none)")],
          ["matching", mapping.matchingPriority ? `priority ${mapping.matchingPriority}` : "no"],
          ["flows", plain(mapping.flowType)],
          ["is sent", plain(mapping.flowBehavior)],
        ]);
      return { value: mapping, text };
    }),
});
