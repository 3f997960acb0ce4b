import {
  addSchemaChangeOptions,
  changeSchema,
  schemaChangeDetails,
  type SchemaChangeOptions,
} from "../../mappings/change-schema.ts";
import { chosenAttribute, withObject } from "../../mappings/object-mappings.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const mappingRemove: AnyVerb = verb<SchemaChangeOptions>({
  words: "mapping remove",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get", "jobs.schema.replace"],
  args: "<app> <target>",
  summary: "give an attribute of the target no value any more",
  details: schemaChangeDetails,
  example: "graph-sync mapping remove Quillnote name.givenName --yes",
  options: addSchemaChangeOptions,
  run: ({ args: [app = "", target = ""], options, surroundings }) =>
    changeSchema("mapping remove", app, options, surroundings, (schema) => {
      const { object, mapping } = chosenAttribute(schema, target, options);
      return withObject(schema, object, (one) => ({
        ...one,
        attributeMappings: (one.attributeMappings ?? []).filter((each) => each !== mapping),
      }));
    }),
});
