import { badRequest, resourceNotFound } from "../http/graph-fault.ts";
import { paused, restarted, started, type JobState } from "../job/job-state.ts";
import { readResetScope } from "../job/reset-scope.ts";
import { changeJobState, type JobKey } from "../store/change-job.ts";
import { objectIfIn, textIfIn } from "./body-members.ts";
import type { Built, Call } from "./handler.ts";
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
    const criteria = objectIfIn((await call.bodyIfAny()) ?? {}, "criteria") ?? {};
    const text = textIfIn(criteria, "resetScope") ?? "";
    const scope = readResetScope(text);
    if (scope === undefined) throw badRequest(`The resetScope '${text}' has a flag that is not known.`);
    await change(call.db, key, (state) => restarted(state, scope));
  },
};

async function change(db: Call<"jobs.start">["db"], key: JobKey, next: (state: JobState) => JobState): Promise<void> {
  // What was read must still be true when it is written: two writers take turns.
  const found = await db.transaction().execute((transaction) => changeJobState(transaction, key, next));
  if (!found) throw resourceNotFound(key.id);
}
