import type { OnRoot } from "../contract/inputs.ts";
import { createJob, listJobs } from "../contract/jobs.ts";
import { isAmbiguousWriteError } from "../errors/ambiguous-write-error.ts";
import { isGraphServiceError } from "../errors/graph-service-error.ts";
import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import type { SynchronizationJob } from "../model/synchronization-job.ts";
import { isJsonObject } from "../wire/json.ts";
import type { CallOptions } from "./call-options.ts";
import type { Caller } from "./caller.ts";

/**
 * The job that was made from a template, or a new one. Where the creation ends unclear it looks for the job instead of
 * sending again, and gives the error on where it finds none: to send again is then the caller's decision.
 * @throws AmbiguousWriteError where it is not known whether a job was made, for there was no answer
 * @throws GraphServiceError with `ambiguous: true` where the answer leaves it open
 * @example
 * const job = await findOrCreateJob(graph, { servicePrincipalId }, "scim");
 */
export async function findOrCreateJob(
  caller: Caller,
  root: OnRoot,
  templateId: string,
  options?: CallOptions,
): Promise<SynchronizationJob> {
  // A program without types may pass what would match a job that names no template.
  if (typeof (templateId as unknown) !== "string" || templateId === "") {
    throw new InvalidRequestError("findOrCreateJob takes the id of a template.");
  }
  const found = await findJob(caller, root, templateId, options);
  if (found !== undefined) return found;
  try {
    return await caller.call(createJob, { ...root, body: { templateId } }, options);
  } catch (error) {
    if (!isUnclear(error)) throw error;
    const made = await findJob(caller, root, templateId, options);
    if (made === undefined) throw error;
    return made;
  }
}

function isUnclear(error: unknown): boolean {
  return isAmbiguousWriteError(error) || (isGraphServiceError(error) && error.ambiguous);
}

/** A job's `templateId` may differ from the one it was made with; its id begins with the template's. */
async function findJob(
  caller: Caller,
  root: OnRoot,
  templateId: string,
  options: CallOptions | undefined,
): Promise<SynchronizationJob | undefined> {
  for await (const job of caller.pages(listJobs, root, options)) {
    // The types promise a job; a service that breaks the promise must not become a TypeError.
    const { id, templateId: from }: SynchronizationJob = isJsonObject(job) ? job : {};
    if (from === templateId || (typeof id === "string" && id.startsWith(`${templateId}.`))) return job;
  }
  return undefined;
}
