import type { Context, Hono } from "hono";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { objectsIn, textIfIn, textIn } from "../handlers/body-members.ts";
import { notProvisioning } from "../handlers/scripted.ts";
import { conflict, resourceNotFound } from "../http/graph-fault.ts";
import { respond } from "../http/respond.ts";
import type { Variables } from "../http/stamp.ts";
import { addToLog } from "../store/provisioning-log.ts";
import { queueScriptedAnswer } from "../store/scripted-answers.ts";
import { linkObjects, scriptJob, servicePrincipalOf } from "../store/script-job.ts";
import { bodyOf } from "./script-body.ts";
import { readAnswer, readEntry, readState } from "./scripts.ts";

/** Adds the addresses by which a script sets what no engine does yet. */
export function scriptRoutes(app: Hono<Variables>, db: Kysely<Tables>, now: () => number): void {
  app.patch("/_emulator/jobs/:jobId", async (context) => {
    const key = await jobKey(db, context);
    const state = readState(await bodyOf(context));
    await db.transaction().execute((transaction) => scriptJob(transaction, key, state, now()));
    return respond(context, 204);
  });
  app.post("/_emulator/jobs/:jobId/provisionOnDemand", async (context) => {
    const { id } = await jobKey(db, context);
    const answer = readAnswer(await bodyOf(context));
    await db.transaction().execute((transaction) => queueScriptedAnswer(transaction, id, answer));
    return respond(context, 204);
  });
  app.post("/_emulator/jobs/:jobId/cycles", async (context) => {
    await jobKey(db, context);
    throw notProvisioning("no cycle runs; script what one would leave, by PATCH of the job and entries of the log");
  });
  app.post("/_emulator/jobs/:jobId/objectConnections", async (context) => {
    const { id } = await jobKey(db, context);
    const body = await bodyOf(context);
    const row = {
      job_id: id,
      source_anchor: textIn(body, "sourceAnchor"),
      target_anchor: textIn(body, "targetAnchor"),
      object_type_name: textIfIn(body, "objectTypeName") ?? "User",
      display_name: textIfIn(body, "displayName") ?? null,
    };
    await db.transaction().execute((transaction) => linkObjects(transaction, row));
    return respond(context, 204);
  });
  app.post("/_emulator/provisioningLogs", async (context) => {
    const entries = objectsIn(await bodyOf(context), "value").map((entry) => readEntry(entry, now()));
    await db.transaction().execute(async (transaction) => {
      for (const entry of entries) {
        if (!(await addToLog(transaction, entry))) throw conflict(`The log has an entry '${entry.id}' already.`);
      }
    });
    return respond(context, 201, { value: entries.map(({ id }) => ({ id })) });
  });
}

async function jobKey(
  db: Kysely<Tables>,
  context: Context<Variables>,
): Promise<{ servicePrincipalId: string; id: string }> {
  const id = context.req.param("jobId") ?? "";
  const servicePrincipalId = await servicePrincipalOf(db, id);
  if (servicePrincipalId === undefined) throw resourceNotFound(id);
  return { servicePrincipalId, id };
}
