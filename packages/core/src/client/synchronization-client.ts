import { listConnectivityParameters, updateConnectivityParameters } from "../contract/connectivity-parameters.ts";
import { type CredentialsValidation, validateCredentials } from "../contract/credentials.ts";
import type { OnRoot } from "../contract/inputs.ts";
import { createJob, listJobs, type NewJob } from "../contract/jobs.ts";
import { listSecrets, replaceSecrets } from "../contract/secrets.ts";
import { acquireAccessToken, getSynchronization, pingSynchronization } from "../contract/synchronization.ts";
import { createTemplate, listTemplates } from "../contract/templates.ts";
import type { ConnectivityParameterEntry } from "../model/connectivity-parameter.ts";
import type { SynchronizationJob } from "../model/synchronization-job.ts";
import type { SynchronizationSecretKeyStringValuePair } from "../model/synchronization-secret.ts";
import type { SynchronizationTemplate } from "../model/synchronization-template.ts";
import type { Synchronization } from "../model/synchronization.ts";
import type { CollectionQuery, EntityQuery } from "../odata/query.ts";
import type { CallOptions } from "./call-options.ts";
import type { Caller } from "./caller.ts";
import { type JobClient, jobClient } from "./job-client.ts";
import type { Pages } from "./pages.ts";
import { type TemplateClient, templateClient } from "./template-client.ts";

/** The jobs of an app; called with an id, one of them. */
export interface JobsClient {
  /** One job. */
  (jobId: string): JobClient;
  /** All jobs, usually one. Needs Synchronization.Read.All (app only: Application.ReadWrite.OwnedBy). */
  list(query?: CollectionQuery<SynchronizationJob, "schema">, options?: CallOptions): Pages<SynchronizationJob>;
  /**
   * Makes a job, disabled until it is started; it may not be readable for a while. Never sent twice: after an unclear
   * failure it throws `AmbiguousWriteError`. Needs Synchronization.ReadWrite.All (app only: Application.ReadWrite.OwnedBy).
   */
  create(job: NewJob, options?: CallOptions): Promise<SynchronizationJob>;
  /** Tries credentials before there is a job. Needs Synchronization.ReadWrite.All. */
  validateCredentials(
    body: CredentialsValidation & { readonly templateId: string },
    options?: CallOptions,
  ): Promise<void>;
}

/** The templates that jobs of an app can be made from; called with an id, one of them. */
export interface TemplatesClient {
  /** One template. */
  (templateId: string): TemplateClient;
  /** All templates. Needs Synchronization.Read.All (app only: Application.ReadWrite.OwnedBy). */
  list(
    query?: CollectionQuery<SynchronizationTemplate, "schema">,
    options?: CallOptions,
  ): Pages<SynchronizationTemplate>;
  /** Undocumented: its page was taken away after 2021. */
  create(template: SynchronizationTemplate, options?: CallOptions): Promise<SynchronizationTemplate>;
}

/** The credentials and settings of an app's connector. Deprecated in beta, to be removed on 2027-07-06. */
export interface SecretsClient {
  /** All keys; secret values are masked as `"*"`. Undocumented, but used by public clients. */
  list(options?: CallOptions): Pages<SynchronizationSecretKeyStringValuePair>;
  /**
   * Replaces the **whole** set: a key that is left out is gone. Masked values (`"*"`) are refused before anything is
   * sent. Needs Synchronization.ReadWrite.All (app only: Application.ReadWrite.OwnedBy).
   */
  replace(value: readonly SynchronizationSecretKeyStringValuePair[], options?: CallOptions): Promise<void>;
}

/** The successor of the secrets: a client of version `beta`; it has no page yet. */
export interface ConnectivityParametersClient {
  /** All parameters. Undocumented: it stands in the metadata alone. */
  list(options?: CallOptions): Pages<ConnectivityParameterEntry>;
  /** Changes the parameters. Undocumented: it stands in the metadata alone. */
  update(parameters: object, options?: CallOptions): Promise<void>;
}

/** What provisioning keeps for one app. Every method throws a `GraphError`. */
export interface SynchronizationClient {
  /** The container itself. Its page is a draft: a service may answer 404, while jobs, templates and secrets work. */
  get(query?: EntityQuery<Synchronization, "jobs" | "templates">, options?: CallOptions): Promise<Synchronization>;
  /** Trades an OAuth authorization code for the connector's token. Deprecated in beta, to be removed on 2027-07-06. */
  acquireAccessToken(
    credentials: readonly SynchronizationSecretKeyStringValuePair[],
    options?: CallOptions,
  ): Promise<void>;
  /** Whether the service answers: a client of version `beta`. Undocumented: it stands in the metadata alone. */
  ping(options?: CallOptions): Promise<{ readonly value?: string }>;
  /** The jobs of the app. */
  readonly jobs: JobsClient;
  /** What its jobs can be made from. */
  readonly templates: TemplatesClient;
  /** The credentials and settings of its connector. */
  readonly secrets: SecretsClient;
  /** What takes the place of the secrets: a client of version `beta`. */
  readonly connectivityParameters: ConnectivityParametersClient;
}

/** The methods of one root; each of them is one line over a row. */
export function synchronizationClient(caller: Caller, root: OnRoot): SynchronizationClient {
  return {
    get: (query, options) => caller.call(getSynchronization, { ...root, query }, options),
    acquireAccessToken: (credentials, options) =>
      caller.call(acquireAccessToken, { ...root, body: { credentials } }, options),
    ping: (options) => caller.call(pingSynchronization, root, options),
    jobs: Object.assign((jobId: string) => jobClient(caller, { ...root, jobId }), {
      list: (query?: CollectionQuery<SynchronizationJob, "schema">, options?: CallOptions) =>
        caller.pages(listJobs, { ...root, query }, options),
      create: (body: NewJob, options?: CallOptions) => caller.call(createJob, { ...root, body }, options),
      validateCredentials: (body: CredentialsValidation & { readonly templateId: string }, options?: CallOptions) =>
        caller.call(validateCredentials, { ...root, body }, options),
    }),
    templates: Object.assign((templateId: string) => templateClient(caller, { ...root, templateId }), {
      list: (query?: CollectionQuery<SynchronizationTemplate, "schema">, options?: CallOptions) =>
        caller.pages(listTemplates, { ...root, query }, options),
      create: (body: SynchronizationTemplate, options?: CallOptions) =>
        caller.call(createTemplate, { ...root, body }, options),
    }),
    secrets: {
      list: (options) => caller.pages(listSecrets, root, options),
      replace: (value, options) => caller.call(replaceSecrets, { ...root, body: { value } }, options),
    },
    connectivityParameters: {
      list: (options) => caller.pages(listConnectivityParameters, root, options),
      update: (body, options) => caller.call(updateConnectivityParameters, { ...root, body }, options),
    },
  };
}
