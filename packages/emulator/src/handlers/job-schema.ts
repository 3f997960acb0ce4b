import { schemaType } from "../odata/entity-type.ts";
import type { Built } from "./handler.ts";
import { replaceSchema, resetSchema, schemaAt } from "./schema.ts";
import { jobSchema } from "./schema-places.ts";

export const getJobSchema: Built<"jobs.schema.get"> = {
  kind: "entity",
  type: schemaType,
  handle: async (call) => schemaAt(call.db, await jobSchema(call)),
};

export const replaceJobSchema: Built<"jobs.schema.replace"> = {
  kind: "nothing",
  handle: async (call) => replaceSchema(call.db, await jobSchema(call), await call.body()),
};

export const resetJobSchema: Built<"jobs.schema.reset"> = {
  kind: "nothing",
  handle: async (call) => resetSchema(call.db, await jobSchema(call)),
};
