import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { changeSchema, schemaChangeDetails } from "../../mappings/change-schema.ts";
import { addMappingOptions, type MappingOptions, membersOf } from "../../mappings/mapping-options.ts";
import { chosenAttribute, withObject } from "../../mappings/object-mappings.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const mappingSet: AnyVerb = verb<MappingOptions>({
  words: "mapping set",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get", "jobs.schema.replace"],
  args: "<app> <target>",
  summary: "change how an attribute of the target gets its value",
  details: schemaChangeDetails,
  example: "graph-sync mapping set Quillnote displayName --object User --expression 'Trim([displayName])'",
  emptyOptions: ["--default"],
  options: addMappingOptions,
  async run({ args: [app = "", target = ""], options, surroundings }) {
    const members = await membersOf(options, surroundings);
    if (Object.keys(members).length === 0) {
      throw new Refusal(exitCodes.usage, "There is nothing to change.", "For example --expression '[mail]'.");
    }
    await changeSchema("mapping set", app, options, surroundings, (schema) => {
      const { object, mapping } = chosenAttribute(schema, target, options);
      return withObject(schema, object, (one) => ({
        ...one,
        attributeMappings: (one.attributeMappings ?? []).map((each) =>
          each === mapping ? { ...each, ...members } : each,
        ),
      }));
    });
  },
});
