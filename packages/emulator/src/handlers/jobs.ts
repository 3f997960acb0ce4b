import { resourceNotFound } from "../http/graph-fault.ts";
import { findJob, jobsOf } from "../store/jobs.ts";
import type { Handler } from "./handler.ts";

/** Under either root they are the jobs of the app's service principal. */
export const listJobs: Handler<"jobs.list"> = async ({ db, owner, expand }) => ({
  value: await jobsOf(db, owner.servicePrincipalId, { schema: expand.has("schema") }),
});

export const getJob: Handler<"jobs.get"> = async ({ db, owner, expand, param }) => {
  const job = await findJob(db, owner.servicePrincipalId, param("jobId"), { schema: expand.has("schema") });
  if (job === undefined) throw resourceNotFound(param("jobId"));
  return job;
};
