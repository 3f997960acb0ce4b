import type { Kysely } from "kysely";
import type { BulkUploadRow, Tables } from "../database/tables.ts";

/** Stages data for the next cycle of a job. */
export async function stageUpload(db: Kysely<Tables>, upload: BulkUploadRow): Promise<void> {
  await db.insertInto("bulk_uploads").values(upload).execute();
}

/** Throws away what waits for a job. */
export async function purgeUploads(db: Kysely<Tables>, jobId: string): Promise<void> {
  await db.deleteFrom("bulk_uploads").where("job_id", "=", jobId).execute();
}
