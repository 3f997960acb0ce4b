import type { AttributeMapping } from "@graph-sync/core";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { changeSchema, schemaChangeDetails } from "../../mappings/change-schema.ts";
import { addMappingOptions, type MappingOptions, membersOf } from "../../mappings/mapping-options.ts";
import { attributeOf, chosenObject, withObject } from "../../mappings/object-mappings.ts";
import { plain } from "../../output/plain.ts";
import { type AnyVerb, verb } from "../../verb.ts";

/** As the portal makes one. */
const fresh: AttributeMapping = {
  defaultValue: null,
  exportMissingReferences: false,
  flowBehavior: "FlowWhenChanged",
  flowType: "Always",
  matchingPriority: 0,
};

export const mappingAdd: AnyVerb = verb<MappingOptions>({
  words: "mapping add",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get", "jobs.schema.replace"],
  args: "<app> <target>",
  summary: "give an attribute of the target a value",
  details: schemaChangeDetails,
  example: "graph-sync mapping add Quillnote nickName --object User --expression '[mailNickname]' --dry-run",
  emptyOptions: ["--default"],
  options: addMappingOptions,
  async run({ args: [app = "", target = ""], options, surroundings }) {
    const members = await membersOf(options, surroundings);
    if (members.source === undefined) {
      throw new Refusal(exitCodes.usage, "Say where the value comes from.", "For example --expression '[mail]'.");
    }
    await changeSchema("mapping add", app, options, surroundings, (schema) => {
      const object = chosenObject(schema, options);
      if (attributeOf(object, target) !== undefined) {
        const sentence = `${plain(target)} has a mapping already, and two of one target conflict.`;
        throw new Refusal(exitCodes.usage, sentence, "graph-sync mapping set changes it.");
      }
      const added = { ...fresh, ...members, targetAttributeName: target };
      return withObject(schema, object, (one) => ({
        ...one,
        attributeMappings: [...(one.attributeMappings ?? []), added],
      }));
    });
  },
});
