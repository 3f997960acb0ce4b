import { resourceNotFound } from "../http/graph-fault.ts";
import { jobType } from "../odata/entity-type.ts";
import { findJob, jobsOf } from "../store/jobs.ts";
import type { Built } from "./handler.ts";

/** Under either root they are the jobs of the app's service principal. */
export const listJobs: Built<"jobs.list"> = {
  kind: "collection",
  type: jobType,
  async handle({ db, owner, expand }) {
    const { servicePrincipalId } = await owner();
    return { value: await jobsOf(db, servicePrincipalId, { schema: expand.has("schema") }) };
  },
};

export const getJob: Built<"jobs.get"> = {
  kind: "entity",
  type: jobType,
  async handle({ db, owner, expand, param }) {
    const { servicePrincipalId } = await owner();
    const job = await findJob(db, servicePrincipalId, param("jobId"), { schema: expand.has("schema") });
    if (job === undefined) throw resourceNotFound(param("jobId"));
    return job;
  },
};
