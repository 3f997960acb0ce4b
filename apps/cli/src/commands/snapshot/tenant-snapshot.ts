import { isNotFound, type SynchronizationJob, type SynchronizationSchema } from "@graph-sync/core";
import type { Session } from "../../connection/session.ts";
import { withoutContext } from "../../schema/without-context.ts";
import { everyJob } from "../../target/every-job.ts";

/** What is kept of a tenant: how its jobs are set up, and nothing of how they are doing, which changes by the hour. */
export interface TenantSnapshot {
  /** Such as `https://graph.microsoft.com/v1.0`. */
  readonly service: string;
  readonly jobs: readonly JobSnapshot[];
}

export interface JobSnapshot {
  readonly app: { readonly id: string; readonly appId: string | null; readonly displayName: string };
  readonly job: KeptJob;
  /** Undefined for a job that has none. */
  readonly schema: SynchronizationSchema | undefined;
}

/** What is kept of a job. Its id tells it from others. */
export interface KeptJob extends Pick<SynchronizationJob, "schedule" | "templateId" | "synchronizationJobSettings"> {
  readonly id: string;
}

/** Settings hold no secrets as far as is known; whoever calls one so is not taken by surprise. */
const secretive = /secret|password|token|credential|private/i;

/**
 * Reads every job of the tenant with its schema. All of it, or nothing: an app that is missing would look like one that was
 * deleted. Secrets are not even asked for.
 * @throws GraphError
 */
export async function readTenant(session: Session, service: string): Promise<TenantSnapshot> {
  const { client, call } = session;
  const { jobs, unread } = await everyJob(session);
  for (const { error } of unread) throw error;
  const kept: JobSnapshot[] = [];
  for (const { app, job } of jobs) {
    if (job.id === undefined) continue;
    const { schema } = client.servicePrincipals(app.id).synchronization.jobs(job.id);
    kept.push({
      app: { id: app.id, appId: app.appId ?? null, displayName: app.displayName },
      job: keptOf(job, job.id),
      schema: await unlessNone(schema.get(undefined, call)),
    });
  }
  return { service, jobs: kept };
}

function keptOf(
  { templateId, schedule, synchronizationJobSettings: settings }: SynchronizationJob,
  id: string,
): KeptJob {
  return {
    id,
    templateId: templateId ?? null,
    schedule: schedule ?? null,
    synchronizationJobSettings: (settings ?? []).map((setting) =>
      secretive.test(setting.name ?? "") ? { ...setting, value: "(not kept)" } : setting,
    ),
  };
}

async function unlessNone(read: Promise<SynchronizationSchema>): Promise<SynchronizationSchema | undefined> {
  try {
    return withoutContext(await read);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
