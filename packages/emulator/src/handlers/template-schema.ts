import { schemaType } from "../odata/entity-type.ts";
import type { Built } from "./handler.ts";
import { replaceSchema, resetSchema, schemaAt } from "./schema.ts";
import { templateSchema } from "./schema-places.ts";

export const getTemplateSchema: Built<"templates.schema.get"> = {
  kind: "entity",
  type: schemaType,
  handle: async (call) => schemaAt(call.db, await templateSchema(call)),
};

export const replaceTemplateSchema: Built<"templates.schema.replace"> = {
  kind: "nothing",
  handle: async (call) => replaceSchema(call.db, await templateSchema(call), await call.body()),
};

export const resetTemplateSchema: Built<"templates.schema.reset"> = {
  kind: "nothing",
  handle: async (call) => resetSchema(call.db, await templateSchema(call)),
};
