import type { JsonObject } from "@graph-sync/core";
import type { Context, Hono } from "hono";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { notProvisioning } from "../handlers/scripted.ts";
import { conflict, resourceNotFound } from "../http/graph-fault.ts";
import { respond } from "../http/respond.ts";
import type { Marked } from "../http/stamp.ts";
import type { JobKey } from "../store/change-job.ts";
import { addToLog } from "../store/provisioning-log.ts";
import { queueScriptedAnswer } from "../store/scripted-answers.ts";
import { linkObjects, scriptJob, servicePrincipalOf } from "../store/script-job.ts";
import { bodyOf } from "./script-body.ts";
import { readAnswer, readEntries, readLink, readState } from "./scripts.ts";

/** Adds the addresses by which a script sets what no engine does yet. */
export function scriptRoutes(app: Hono<Marked>, db: Kysely<Tables>, now: () => number): void {
  app.patch("/_emulator/jobs/:jobId", (context) =>
    scriptOf(db, context, readState, (transaction, key, state) => scriptJob(transaction, key, state, now())),
  );
  app.post("/_emulator/jobs/:jobId/provisionOnDemand", (context) =>
    scriptOf(db, context, readAnswer, (transaction, { id }, answer) => queueScriptedAnswer(transaction, id, answer)),
  );
  app.post("/_emulator/jobs/:jobId/cycles", async (context) => {
    await jobKey(db, context.req.param("jobId"));
    throw notProvisioning("no cycle runs; script what one would leave, by PATCH of the job and entries of the log");
  });
  app.post("/_emulator/jobs/:jobId/objectConnections", (context) =>
    scriptOf(db, context, readLink, (transaction, { id }, link) => linkObjects(transaction, { job_id: id, ...link })),
  );
  app.post("/_emulator/provisioningLogs", async (context) => {
    const entries = readEntries(await bodyOf(context), now());
    await db.transaction().execute(async (transaction) => {
      const taken = await addToLog(transaction, entries);
      if (taken !== undefined) throw conflict(`The log has an entry '${taken}' already.`);
    });
    return respond(context, 201, { value: entries.map(({ id }) => ({ id })) });
  });
}

/** Writes what a script sets of a job, on a transaction in which the job is still there: it may go while the body comes in. */
async function scriptOf<Script>(
  db: Kysely<Tables>,
  context: Context<Marked>,
  read: (body: JsonObject) => Script,
  write: (transaction: Kysely<Tables>, key: JobKey, script: Script) => Promise<void>,
): Promise<Response> {
  const id = context.req.param("jobId") ?? "";
  await jobKey(db, id);
  const script = read(await bodyOf(context));
  await db.transaction().execute(async (transaction) => write(transaction, await jobKey(transaction, id), script));
  return respond(context, 204);
}

async function jobKey(db: Kysely<Tables>, id: string): Promise<JobKey> {
  const servicePrincipalId = await servicePrincipalOf(db, id);
  if (servicePrincipalId === undefined) throw resourceNotFound(id);
  return { servicePrincipalId, id };
}
