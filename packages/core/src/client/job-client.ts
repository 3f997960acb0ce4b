import { bulkUpload } from "../contract/bulk-upload.ts";
import { type CredentialsValidation, validateConnectivity, validateJobCredentials } from "../contract/credentials.ts";
import type { OnRoot, WithJob } from "../contract/inputs.ts";
import { pauseJob, provisionOnDemand, restartJob, startJob } from "../contract/job-actions.ts";
import { discoverJobDirectory, getJobDirectory, listJobDirectories } from "../contract/job-directories.ts";
import {
  getJobSchema,
  listJobSchemaFilterOperators,
  listJobSchemaFunctions,
  parseJobExpression,
  replaceJobSchema,
  resetJobSchema,
} from "../contract/job-schema.ts";
import { deleteJob, getJob, updateJob } from "../contract/jobs.ts";
import { deleteObjectConnection, getObjectConnection } from "../contract/object-connections.ts";
import type { ScimBulkRequest } from "../model/bulk-upload.ts";
import type { StringKeyStringValuePair } from "../model/key-value-pair.ts";
import type { ObjectConnection } from "../model/object-connection.ts";
import type { SynchronizationJobApplicationParameters } from "../model/provision-on-demand.ts";
import type { SynchronizationJob } from "../model/synchronization-job.ts";
import type { EntityQuery } from "../odata/query.ts";
import type { CallOptions } from "./call-options.ts";
import type { Caller } from "./caller.ts";
import { type ResetScope, restartBody } from "./reset-scope.ts";
import { type SchemaClient, schemaClient, type SchemaRows } from "./schema-client.ts";

/** A link between an object of the source and one of the target. Public preview: a client of version `beta`. */
export interface ObjectConnectionClient {
  /** Needs SynchronizationMetadata.Read.All. */
  get(options?: CallOptions): Promise<ObjectConnection>;
  /** Breaks the link; 409 while the job is active. Needs SynchronizationMetadata.ReadWrite.All. */
  delete(options?: CallOptions): Promise<void>;
}

/** What `bulkUpload` answers: the data is staged, not provisioned. */
export interface BulkUploadReceipt {
  /** Where the logs of this **job** are; it does not identify the upload. */
  readonly location: string | undefined;
}

/**
 * One job. Unless a method says otherwise, reading needs Synchronization.Read.All and changing needs
 * Synchronization.ReadWrite.All; an app that owns the service principal needs Application.ReadWrite.OwnedBy alone.
 * Every method throws a `GraphError`.
 */
export interface JobClient {
  /** The job with its schedule and status. */
  get(query?: EntityQuery<SynchronizationJob, "schema">, options?: CallOptions): Promise<SynchronizationJob>;
  /** Changes its `synchronizationJobSettings`. Undocumented: the permissions reference alone lists it. */
  update(job: Partial<SynchronizationJob>, options?: CallOptions): Promise<void>;
  /** Stops it and destroys its state; the accounts stay as they are. */
  delete(options?: CallOptions): Promise<void>;
  /** Starts it where it stopped, or lifts its quarantine. Never in a loop: that can stop the service. */
  start(options?: CallOptions): Promise<void>;
  /** Pauses it; its progress is kept. */
  pause(options?: CallOptions): Promise<void>;
  /**
   * Processes all objects again. Without a scope it clears what the portal's "Restart provisioning" clears. It is never
   * sent twice: after an unclear failure it throws `AmbiguousWriteError`.
   */
  restart(resetScope?: ResetScope | readonly ResetScope[], options?: CallOptions): Promise<void>;
  /** Tries credentials against the target; a failure says why. Deprecated in beta, to be removed on 2027-07-06. */
  validateCredentials(body: CredentialsValidation, options?: CallOptions): Promise<void>;
  /** The successor of `validateCredentials`; beta, and without a page. */
  validateConnectivity(options?: CallOptions): Promise<void>;
  /** Provisions one object now; read the pair with `provisionResult`. At most 5 calls in 10 seconds. */
  provisionOnDemand(
    parameters: SynchronizationJobApplicationParameters | readonly SynchronizationJobApplicationParameters[],
    options?: CallOptions,
  ): Promise<StringKeyStringValuePair>;
  /** Hands up to 50 SCIM operations to API-driven provisioning. Needs SynchronizationData-User.Upload. */
  bulkUpload(request: ScimBulkRequest, options?: CallOptions): Promise<BulkUploadReceipt>;
  /** The link of one object, by its id in the source or in the target. */
  objectConnections(objectId: string): ObjectConnectionClient;
  /** The rules and attribute mappings in effect. */
  readonly schema: SchemaClient;
}

const schemaRows: SchemaRows<OnRoot & WithJob> = {
  get: getJobSchema,
  replace: replaceJobSchema,
  reset: resetJobSchema,
  functions: listJobSchemaFunctions,
  filterOperators: listJobSchemaFilterOperators,
  parseExpression: parseJobExpression,
  directories: listJobDirectories,
  directory: getJobDirectory,
  discover: discoverJobDirectory,
};

export function jobClient(caller: Caller, job: OnRoot & WithJob): JobClient {
  return {
    get: (query, options) => caller.call(getJob, { ...job, query }, options),
    update: (body, options) => caller.call(updateJob, { ...job, body }, options),
    delete: (options) => caller.call(deleteJob, job, options),
    start: (options) => caller.call(startJob, job, options),
    pause: (options) => caller.call(pauseJob, job, options),
    restart: (resetScope, options) => caller.call(restartJob, { ...job, ...restartBody(resetScope) }, options),
    validateCredentials: (body, options) => caller.call(validateJobCredentials, { ...job, body }, options),
    validateConnectivity: (options) => caller.call(validateConnectivity, job, options),
    provisionOnDemand: (parameters, options) =>
      caller.call(provisionOnDemand, { ...job, body: { parameters: [parameters].flat() } }, options),
    bulkUpload: (body, options) => receipt((observed) => caller.call(bulkUpload, { ...job, body }, observed), options),
    objectConnections: (objectId) => ({
      get: (options) => caller.call(getObjectConnection, { ...job, objectId }, options),
      delete: (options) => caller.call(deleteObjectConnection, { ...job, objectId }, options),
    }),
    schema: schemaClient(caller, schemaRows, job),
  };
}

/** The one answer whose content is a header. */
async function receipt(
  upload: (options: CallOptions) => Promise<void>,
  options?: CallOptions,
): Promise<BulkUploadReceipt> {
  let location: string | undefined;
  await upload({
    ...options,
    onResponse(info) {
      location = info.headers["location"];
      options?.onResponse?.(info);
    },
  });
  return { location };
}
