import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import { badRequest, resourceNotFound } from "../http/graph-fault.ts";
import { paused, restarted, started, type JobState } from "../job/job-state.ts";
import { readResetScope } from "../job/reset-scope.ts";
import { purgeUploads } from "../store/bulk-uploads.ts";
import { changeJobState, type JobKey } from "../store/change-job.ts";
import { breakObjectConnections } from "../store/object-connections.ts";
import { knowOnly, objectIfIn, textIfIn } from "./body-members.ts";
import type { Built } from "./handler.ts";
import { jobKey } from "./job-key.ts";

export const startJob: Built<"jobs.start"> = {
  kind: "nothing",
  handle: async (call) => change(call.db, await jobKey(call), started),
};

export const pauseJob: Built<"jobs.pause"> = {
  kind: "nothing",
  handle: async (call) => change(call.db, await jobKey(call), paused),
};

export const restartJob: Built<"jobs.restart"> = {
  kind: "nothing",
  async handle(call) {
    const key = await jobKey(call);
    const body = (await call.bodyIfAny()) ?? {};
    knowOnly(body, ["criteria"]);
    const criteria = objectIfIn(body, "criteria") ?? {};
    knowOnly(criteria, ["resetScope"]);
    const text = textIfIn(criteria, "resetScope") ?? "";
    const scope = readResetScope(text);
    if (scope === undefined) throw badRequest(`The resetScope '${text}' has a flag that is not known.`);
    await call.db.transaction().execute(async (transaction) => {
      const before = await changed(transaction, key, (state) => restarted(state, scope));
      // Data that waits for a stopped job is lost:
      // https://learn.microsoft.com/entra/identity/app-provisioning/inbound-provisioning-api-faqs
      if (before.schedule.state !== "Active") await purgeUploads(transaction, key.id);
      if (scope.has("ConnectorDataStore")) await breakObjectConnections(transaction, key.id);
    });
  },
};

async function change(db: Kysely<Tables>, key: JobKey, next: (state: JobState) => JobState): Promise<void> {
  await db.transaction().execute((transaction) => changed(transaction, key, next));
}

/** In a transaction, because what was read must still be true when it is written. */
async function changed(
  transaction: Transaction<Tables>,
  key: JobKey,
  next: (state: JobState) => JobState,
): Promise<JobState> {
  const before = await changeJobState(transaction, key, next);
  if (before === undefined) throw resourceNotFound(key.id);
  return before;
}
