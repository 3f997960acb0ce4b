import type { Collection } from "../model/collection.ts";
import type { SynchronizationTemplate } from "../model/synchronization-template.ts";
import type { OnRoot, WithBody, WithCollectionQuery, WithEntityQuery, WithTemplate } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/** What a changed template makes stale. */
const touched: readonly string[] = [
  "synchronization.get",
  "templates.list",
  "templates.get",
  "templates.schema.get",
  "templates.schema.functions",
  "templates.schema.filterOperators",
  "templates.schema.directories.list",
  "templates.schema.directories.get",
];

/**
 * The templates that jobs of an app can be made from.
 * https://learn.microsoft.com/graph/api/synchronization-synchronization-list-templates
 */
export const listTemplates: Operation<
  "templates.list",
  OnRoot & WithCollectionQuery<SynchronizationTemplate, "schema">,
  Collection<SynchronizationTemplate>
> = {
  id: "templates.list",
  method: "GET",
  path: "/{root}/{id}/synchronization/templates",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * One template.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationtemplate-get
 */
export const getTemplate: Operation<
  "templates.get",
  OnRoot & WithTemplate & WithEntityQuery<SynchronizationTemplate, "schema">,
  SynchronizationTemplate
> = {
  id: "templates.get",
  method: "GET",
  path: "/{root}/{id}/synchronization/templates/{templateId}",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/** What a template is made from; without a `schema` it gets the default one of its `factoryTag`. */
export interface NewTemplate extends SynchronizationTemplate {
  /** A short name of your own. */
  readonly id: string;
  /** A GUID: the app that the template is for. */
  readonly applicationId: string;
  /** The connector behind it, such as `CustomSCIM`. */
  readonly factoryTag: string;
}

/**
 * Makes a template from `id`, `applicationId` and `factoryTag`. Its page was taken away after 2021; it is still in the metadata.
 */
export const createTemplate: Operation<"templates.create", OnRoot & WithBody<NewTemplate>, SynchronizationTemplate> = {
  id: "templates.create",
  method: "POST",
  path: "/{root}/{id}/synchronization/templates",
  repeat: "never",
  status: 201,
  invalidates: ["synchronization.get", "templates.list"],
  evidence: "metadata-only",
};

/**
 * Replaces a template, although it is a PATCH: "missing properties will be erased". Call it on the application, which the caller
 * must own. The example on its page sends PUT.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationtemplate-update
 */
export const updateTemplate: Operation<
  "templates.update",
  OnRoot & WithTemplate & WithBody<SynchronizationTemplate>,
  void
> = {
  id: "templates.update",
  method: "PATCH",
  path: "/{root}/{id}/synchronization/templates/{templateId}",
  repeat: "idempotent",
  status: 204,
  invalidates: touched,
  evidence: "documented",
};

/**
 * Deletes a template. It stands in the metadata alone.
 */
export const deleteTemplate: Operation<"templates.delete", OnRoot & WithTemplate, void> = {
  id: "templates.delete",
  method: "DELETE",
  path: "/{root}/{id}/synchronization/templates/{templateId}",
  repeat: "idempotent",
  status: 204,
  invalidates: touched,
  evidence: "metadata-only",
};
