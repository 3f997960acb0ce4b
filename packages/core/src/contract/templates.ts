import type { Collection } from "../model/collection.ts";
import type { SynchronizationTemplate } from "../model/synchronization-template.ts";
import type { OnRoot, WithCollectionQuery } from "./inputs.ts";
import type { Operation } from "./operation.ts";

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
