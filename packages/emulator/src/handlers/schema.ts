import type { JsonObject, SynchronizationSchema } from "@graph-sync/core";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { badRequest, resourceNotFound } from "../http/graph-fault.ts";
import { misfitIn } from "../job/schema-shape.ts";
import { nextVersion } from "../job/schema-version.ts";
import { withoutAnnotations } from "./body-members.ts";

/** The schema of a job or of a template, in a database or in a transaction on it. */
export interface SchemaPlace {
  /** The id of what the schema belongs to. */
  readonly id: string;
  /** Undefined where none is known. Throws a 404 where there is nothing that it would belong to. */
  readonly read: (db: Kysely<Tables>) => Promise<SynchronizationSchema | undefined>;
  readonly readDefault: (db: Kysely<Tables>) => Promise<SynchronizationSchema | undefined>;
  readonly write: (db: Kysely<Tables>, schema: SynchronizationSchema) => Promise<void>;
  /** Makes the next cycle of every job that works by it look at every object again, as a changed mapping does. */
  readonly clearWatermarks: (db: Kysely<Tables>) => Promise<void>;
}

/** The schema at a place; 404 where none is known. */
export async function schemaAt(db: Kysely<Tables>, place: SchemaPlace): Promise<SynchronizationSchema> {
  const schema = await place.read(db);
  if (schema === undefined) throw resourceNotFound(place.id);
  return schema;
}

/** Puts this schema in place of all that was there, with the next version. */
export async function replaceSchema(db: Kysely<Tables>, place: SchemaPlace, body: JsonObject): Promise<void> {
  const schema = schemaFrom(body);
  await db.transaction().execute((transaction) => replaceSchemaIn(transaction, place, schema));
}

/** The same, in a transaction of the caller's. */
export async function replaceSchemaIn(
  transaction: Kysely<Tables>,
  place: SchemaPlace,
  schema: SynchronizationSchema,
): Promise<void> {
  const before = await place.read(transaction);
  await place.write(transaction, { ...schema, version: nextVersion(before?.version) });
  await place.clearWatermarks(transaction);
}

/** Puts the default back, with the next version; 404 where no default is known. */
export async function resetSchema(db: Kysely<Tables>, place: SchemaPlace): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const before = await place.read(transaction);
    const schema = await place.readDefault(transaction);
    if (schema === undefined) throw resourceNotFound(place.id);
    await place.write(transaction, { ...schema, version: nextVersion(before?.version) });
    await place.clearWatermarks(transaction);
  });
}

/**
 * The body as a schema. The service takes what it does not understand, and keeps it; only what could not be read again
 * as a schema is refused.
 */
export function schemaFrom(body: JsonObject): SynchronizationSchema {
  const misfit = misfitIn(body);
  if (misfit !== undefined) throw badRequest(`The property '${misfit.place}' ${misfit.problem}.`);
  return withoutAnnotations(body);
}
