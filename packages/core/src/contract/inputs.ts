import type { CollectionQuery, EntityQuery } from "../odata/query.ts";

/** The root of an operation: the object id (never the appId) of a service principal or of an application. */
export type OnRoot =
  | { readonly servicePrincipalId: string; readonly applicationId?: never }
  | { readonly applicationId: string; readonly servicePrincipalId?: never };

/** The id of a synchronization job: opaque, with dots and hyphens, like `scim.<tenant>.<guid>`. */
export interface WithJob {
  /** As Graph answered it. */
  readonly jobId: string;
}

/** OData options of an operation that answers one entity. */
export interface WithEntityQuery<Entity, Expandable extends string = never> {
  /** Which properties, and what to expand. */
  readonly query?: EntityQuery<Entity, Expandable> | undefined;
}

/** OData options of an operation that answers a collection. */
export interface WithCollectionQuery<Item, Expandable extends string = never> {
  /** Which properties, which items, in which order. */
  readonly query?: CollectionQuery<Item, Expandable> | undefined;
}

/** The id of a synchronization template: a short name that the connector chose, like `scim` or `Slack`. */
export interface WithTemplate {
  /** As Graph answered it. */
  readonly templateId: string;
}

/** The `id` of one of a schema's `directories`. */
export interface WithDirectory {
  /** An `id`, not the directory's name. */
  readonly directoryId: string;
}

/** What is sent as JSON. */
export interface WithBody<Body> {
  /** As the service takes it, checked before anything is sent. */
  readonly body: Body;
}

/** The appId (client id) of an app, the same for its application and its service principals. */
export interface WithAppId {
  /** A GUID. */
  readonly appId: string;
}
