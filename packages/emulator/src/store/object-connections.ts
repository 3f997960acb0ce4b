import type { ObjectConnection } from "@graph-sync/core";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

/** The link of an object, which is looked for in the source first. */
export async function findObjectConnection(
  db: Kysely<Tables>,
  jobId: string,
  objectId: string,
): Promise<ObjectConnection | undefined> {
  for (const anchor of ["source_anchor", "target_anchor"] as const) {
    const row = await db
      .selectFrom("object_connections")
      .selectAll()
      .where("job_id", "=", jobId)
      .where(anchor, "=", objectId)
      .orderBy("source_anchor")
      .executeTakeFirst();
    if (row !== undefined) {
      return {
        objectId,
        sourceAnchor: row.source_anchor,
        targetAnchor: row.target_anchor,
        displayName: row.display_name,
        objectTypeName: row.object_type_name,
      };
    }
  }
  return undefined;
}

/** Breaks a link, or every link of a job. */
export async function breakObjectConnections(db: Kysely<Tables>, jobId: string, sourceAnchor?: string): Promise<void> {
  const links = db.deleteFrom("object_connections").where("job_id", "=", jobId);
  await (sourceAnchor === undefined ? links : links.where("source_anchor", "=", sourceAnchor)).execute();
}
