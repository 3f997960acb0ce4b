import type { Collection } from "../model/collection.ts";
import type { DirectoryDefinition } from "../model/directory-definition.ts";
import type { OnRoot, WithCollectionQuery, WithDirectory, WithEntityQuery, WithTemplate } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/**
 * The directories of a template's schema. It stands in the metadata alone; a schema has its directories inline.
 */
export const listTemplateDirectories: Operation<
  "templates.schema.directories.list",
  OnRoot & WithTemplate & WithCollectionQuery<DirectoryDefinition>,
  Collection<DirectoryDefinition>
> = {
  id: "templates.schema.directories.list",
  method: "GET",
  path: "/{root}/{id}/synchronization/templates/{templateId}/schema/directories",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "metadata-only",
};

/**
 * One directory of a template's schema. It stands in the metadata alone; a schema has its directories inline.
 */
export const getTemplateDirectory: Operation<
  "templates.schema.directories.get",
  OnRoot & WithTemplate & WithDirectory & WithEntityQuery<DirectoryDefinition>,
  DirectoryDefinition
> = {
  id: "templates.schema.directories.get",
  method: "GET",
  path: "/{root}/{id}/synchronization/templates/{templateId}/schema/directories/{directoryId}",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "metadata-only",
};

/**
 * Asks the target which objects and attributes it has, and takes them into the schema.
 * It is documented for jobs; for templates it stands in the metadata alone.
 */
export const discoverTemplateDirectory: Operation<
  "templates.schema.directories.discover",
  OnRoot & WithTemplate & WithDirectory,
  DirectoryDefinition
> = {
  id: "templates.schema.directories.discover",
  method: "POST",
  path: "/{root}/{id}/synchronization/templates/{templateId}/schema/directories/{directoryId}/discover",
  repeat: "idempotent",
  status: 200,
  invalidates: [
    "templates.schema.get",
    "templates.schema.directories.list",
    "templates.schema.directories.get",
    "templates.list",
    "templates.get",
    "synchronization.get",
  ],
  evidence: "metadata-only",
};
