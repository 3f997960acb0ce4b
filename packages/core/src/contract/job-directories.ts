import type { Collection } from "../model/collection.ts";
import type { DirectoryDefinition } from "../model/directory-definition.ts";
import type { OnRoot, WithCollectionQuery, WithDirectory, WithEntityQuery, WithJob } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/**
 * The directories of a job's schema. It stands in the metadata alone; a schema has its directories inline.
 */
export const listJobDirectories: Operation<
  "jobs.schema.directories.list",
  OnRoot & WithJob & WithCollectionQuery<DirectoryDefinition>,
  Collection<DirectoryDefinition>
> = {
  id: "jobs.schema.directories.list",
  method: "GET",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/schema/directories",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "metadata-only",
};

/**
 * One directory of a job's schema. It stands in the metadata alone; a schema has its directories inline.
 */
export const getJobDirectory: Operation<
  "jobs.schema.directories.get",
  OnRoot & WithJob & WithDirectory & WithEntityQuery<DirectoryDefinition>,
  DirectoryDefinition
> = {
  id: "jobs.schema.directories.get",
  method: "GET",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/schema/directories/{directoryId}",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "metadata-only",
};

/**
 * Asks the target which objects and attributes it has, and takes them into the schema.
 * https://learn.microsoft.com/graph/api/synchronization-directorydefinition-discover
 */
export const discoverJobDirectory: Operation<
  "jobs.schema.directories.discover",
  OnRoot & WithJob & WithDirectory,
  DirectoryDefinition
> = {
  id: "jobs.schema.directories.discover",
  method: "POST",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/schema/directories/{directoryId}/discover",
  repeat: "idempotent",
  status: 200,
  invalidates: [
    "jobs.schema.get",
    "jobs.schema.directories.list",
    "jobs.schema.directories.get",
    "jobs.list",
    "jobs.get",
    "synchronization.get",
  ],
  evidence: "documented",
};
