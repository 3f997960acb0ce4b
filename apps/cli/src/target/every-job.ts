import {
  batch,
  batchItem,
  type GraphError,
  isNotFound,
  listJobs,
  type ServicePrincipal,
  type SynchronizationJob,
  toArray,
} from "@graph-sync/core";
import type { Session } from "../connection/session.ts";
import { type ResolvedApp, resolved } from "./resolve-app.ts";

/** A job and the app that it provisions. */
export interface AppJob {
  readonly app: ResolvedApp;
  readonly job: SynchronizationJob;
}

/** The jobs of a tenant. */
export interface EveryJob {
  /** By the name of the app. */
  readonly jobs: readonly AppJob[];
  /** Apps whose jobs could not be read, though others' could. */
  readonly unread: readonly { readonly app: ResolvedApp; readonly error: GraphError }[];
}

/**
 * Reads the jobs of every app of the tenant, 20 apps a request; Graph has no list of all jobs.
 * @throws GraphError where no app could be asked
 */
export async function everyJob(session: Session): Promise<EveryJob> {
  const { client, call } = session;
  const pages = client.servicePrincipals.list({ select: ["id", "appId", "displayName"] }, call);
  const apps = (await toArray<ServicePrincipal>(pages)).filter(({ id }) => id !== undefined).map(resolved);
  const items = apps.map(({ id }) => batchItem(listJobs, { servicePrincipalId: id }));
  const results = await batch(client, items, call);
  const jobs: AppJob[] = [];
  const unread: { readonly app: ResolvedApp; readonly error: GraphError }[] = [];
  for (const [index, app] of apps.entries()) {
    const result = results[index];
    if (result?.ok === true) {
      const { value: found, "@odata.nextLink": nextLink } = result.value;
      // A page that goes on, or that is none, is read by itself, to its end or to its error.
      const whole: readonly SynchronizationJob[] =
        Array.isArray(found) && nextLink === undefined ? found : await jobsOf(session, app);
      jobs.push(...whole.map((job) => ({ app, job })));
    } else if (result !== undefined && !isUnknownApp(result.error)) unread.push({ app, error: result.error });
  }
  const [first] = unread;
  if (first !== undefined && unread.length === apps.length) throw first.error;
  return { jobs: jobs.toSorted((a, b) => a.app.displayName.localeCompare(b.app.displayName)), unread };
}

/** An app that provisioning does not know has no jobs. A gateway that does not know batches says nothing of apps. */
function isUnknownApp(error: GraphError): boolean {
  return isNotFound(error) && error.operation === listJobs.id;
}

/** All jobs of one app. */
function jobsOf({ client, call }: Session, { id }: ResolvedApp): Promise<readonly SynchronizationJob[]> {
  return toArray(client.servicePrincipals(id).synchronization.jobs.list(undefined, call));
}
