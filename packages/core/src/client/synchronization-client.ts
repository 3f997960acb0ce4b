import { getJob, listJobs } from "../contract/jobs.ts";
import { listSecrets } from "../contract/secrets.ts";
import { getSynchronization } from "../contract/synchronization.ts";
import { listTemplates } from "../contract/templates.ts";
import type { OnRoot } from "../contract/inputs.ts";
import type { SynchronizationJob } from "../model/synchronization-job.ts";
import type { SynchronizationSecretKeyStringValuePair } from "../model/synchronization-secret.ts";
import type { SynchronizationTemplate } from "../model/synchronization-template.ts";
import type { Synchronization } from "../model/synchronization.ts";
import type { CollectionQuery, EntityQuery } from "../odata/query.ts";
import type { CallOptions } from "./call-options.ts";
import type { Caller } from "./caller.ts";
import type { Pages } from "./pages.ts";

/** One job. */
export interface JobClient {
  /** The job with its schedule and status. Needs Synchronization.Read.All (app only: Application.ReadWrite.OwnedBy). */
  get(query?: EntityQuery<SynchronizationJob, "schema">, options?: CallOptions): Promise<SynchronizationJob>;
}

/** The jobs of an app; called with an id, one of them. */
export interface JobsClient {
  (jobId: string): JobClient;
  /** All jobs, usually one. Needs Synchronization.Read.All (app only: Application.ReadWrite.OwnedBy). */
  list(query?: CollectionQuery<SynchronizationJob, "schema">, options?: CallOptions): Pages<SynchronizationJob>;
}

/** The templates that jobs of an app can be made from. */
export interface TemplatesClient {
  /** All templates. Needs Synchronization.Read.All (app only: Application.ReadWrite.OwnedBy). */
  list(
    query?: CollectionQuery<SynchronizationTemplate, "schema">,
    options?: CallOptions,
  ): Pages<SynchronizationTemplate>;
}

/** The credentials and settings of an app's connector. */
export interface SecretsClient {
  /** All keys; secret values are masked as `"*"`. Undocumented, but used by public clients. */
  list(options?: CallOptions): Pages<SynchronizationSecretKeyStringValuePair>;
}

/** What provisioning keeps for one app. */
export interface SynchronizationClient {
  /** The container itself. Its page is a draft: a service may answer 404, while jobs, templates and secrets work. */
  get(query?: EntityQuery<Synchronization, "jobs" | "templates">, options?: CallOptions): Promise<Synchronization>;
  readonly jobs: JobsClient;
  readonly templates: TemplatesClient;
  readonly secrets: SecretsClient;
}

/** The methods of one root; each of them is one line over a row. */
export function synchronizationClient(caller: Caller, root: OnRoot): SynchronizationClient {
  const job = (jobId: string): JobClient => ({
    get: (query, options) => caller.call(getJob, { ...root, jobId, ...asked(query) }, options),
  });
  return {
    get: (query, options) => caller.call(getSynchronization, { ...root, ...asked(query) }, options),
    jobs: Object.assign(job, {
      list: (query?: CollectionQuery<SynchronizationJob, "schema">, options?: CallOptions) =>
        caller.pages(listJobs, { ...root, ...asked(query) }, options),
    }),
    templates: { list: (query, options) => caller.pages(listTemplates, { ...root, ...asked(query) }, options) },
    secrets: { list: (options) => caller.pages(listSecrets, root, options) },
  };
}

/** `query` is left out where there is none: under exactOptionalPropertyTypes an undefined one is another type. */
function asked<Query>(query: Query | undefined): { readonly query?: Query } {
  return query === undefined ? {} : { query };
}
