import { resourceNotFound } from "../http/graph-fault.ts";
import { clearWatermark, defaultSchemaOfJob, keepJobSchema, schemaOfJob } from "../store/job-schemas.ts";
import { hasJob } from "../store/jobs.ts";
import type { Owner } from "../store/owner.ts";
import {
  changeFollowers,
  defaultSchemaIn,
  findTemplateSchema,
  keepTemplateSchema,
  schemaIn,
} from "../store/template-schemas.ts";
import { jobKey } from "./job-key.ts";
import type { SchemaPlace } from "./schema.ts";

interface OnApp<Name> {
  readonly owner: () => Promise<Owner>;
  readonly param: (name: Name) => string;
}

/** The schema of the job that a path names. */
export async function jobSchema(call: OnApp<"jobId">): Promise<SchemaPlace> {
  const key = await jobKey(call);
  return {
    id: key.id,
    async read(db) {
      if (!(await hasJob(db, key.servicePrincipalId, key.id))) throw resourceNotFound(key.id);
      return schemaOfJob(db, key.id);
    },
    readDefault: (db) => defaultSchemaOfJob(db, key.id),
    write: (db, schema) => keepJobSchema(db, key.id, schema),
    clearWatermarks: (db) => clearWatermark(db, key.id),
  };
}

/** The schema of the template that a path names. */
export async function templateSchema({ owner, param }: OnApp<"templateId">): Promise<SchemaPlace> {
  const { appId } = await owner();
  const id = param("templateId");
  return {
    id,
    async read(db) {
      const schemas = await findTemplateSchema(db, appId, id);
      if (schemas === undefined) throw resourceNotFound(id);
      return schemaIn(schemas);
    },
    async readDefault(db) {
      const schemas = await findTemplateSchema(db, appId, id);
      return schemas && defaultSchemaIn(schemas);
    },
    write: (db, schema) => keepTemplateSchema(db, appId, id, schema),
    clearWatermarks: (db) => changeFollowers(db, appId, id, { watermark: null }),
  };
}
