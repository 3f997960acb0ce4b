import type { StringKeyStringValuePair } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject } from "../database/document.ts";
import type { Tables } from "../database/tables.ts";
import type { FaultStatus } from "../http/graph-fault.ts";
import { after } from "./after.ts";

/** What a script wants to be answered: a success, or an error. */
export type ScriptedAnswer =
  | { readonly answer: StringKeyStringValuePair }
  | { readonly status: FaultStatus; readonly code: string; readonly message: string };

/** Puts an answer at the end of a job's queue. */
export async function queueScriptedAnswer(db: Kysely<Tables>, jobId: string, scripted: ScriptedAnswer): Promise<void> {
  const { last } = await db
    .selectFrom("scripted_answers")
    .select(({ fn }) => fn.max("ordinal").as("last"))
    .where("job_id", "=", jobId)
    .executeTakeFirstOrThrow();
  const row = { job_id: jobId, ordinal: after(last), answer: JSON.stringify(scripted) };
  await db.insertInto("scripted_answers").values(row).execute();
}

/** Takes the first answer out of a job's queue; undefined where the queue is empty. */
export async function takeScriptedAnswer(db: Kysely<Tables>, jobId: string): Promise<ScriptedAnswer | undefined> {
  const row = await db
    .selectFrom("scripted_answers")
    .select(["ordinal", "answer"])
    .where("job_id", "=", jobId)
    .orderBy("ordinal")
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await db.deleteFrom("scripted_answers").where("job_id", "=", jobId).where("ordinal", "=", row.ordinal).execute();
  // Only `queueScriptedAnswer` writes the column, and it takes nothing else.
  return readObject(row.answer, "scripted_answers.answer") as ScriptedAnswer;
}
