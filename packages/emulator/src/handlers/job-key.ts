import { resourceNotFound } from "../http/graph-fault.ts";
import type { JobKey } from "../store/change-job.ts";
import type { Owner } from "../store/owner.ts";

/** A call that is about one job. */
interface OnJob {
  readonly owner: () => Promise<Owner>;
  readonly param: (name: "jobId") => string;
}

/** The job that a path names. An app without a service principal has none. */
export async function jobKey({ owner, param }: OnJob): Promise<JobKey> {
  const { servicePrincipalId } = await owner();
  const id = param("jobId");
  if (servicePrincipalId === undefined) throw resourceNotFound(id);
  return { servicePrincipalId, id };
}
