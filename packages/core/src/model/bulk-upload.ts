import type { Entity, Open } from "./entity.ts";

/**
 * The place in a job that takes data for API-driven inbound provisioning; it has no members of its own.
 *
 * Only POST works, on apps for API-driven provisioning.
 * https://learn.microsoft.com/graph/api/resources/synchronization-bulkupload
 */
export type BulkUpload = Entity;

/**
 * The body of a bulk upload: a SCIM bulk request (RFC 7644 §3.7), sent as `application/scim+json`.
 *
 * The service takes it with 202 and works on it later; the outcome of each operation is in the provisioning logs.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post-bulkupload
 */
export interface ScimBulkRequest {
  /** `["urn:ietf:params:scim:api:messages:2.0:BulkRequest"]`. */
  readonly schemas: readonly Open<"urn:ietf:params:scim:api:messages:2.0:BulkRequest">[];
  /** At most 50. */
  readonly Operations: readonly ScimBulkOperation[];
  /** The documented examples send null; the service does not use it. */
  readonly failOnErrors?: number | null;
}

/** One record of a bulk upload. */
export interface ScimBulkOperation {
  /** The service itself decides whether to create, update, enable or disable. */
  readonly method: "POST";
  /** Unique in the request. */
  readonly bulkId: string;
  /** Users alone can be uploaded. */
  readonly path: "/Users";
  /** The person. */
  readonly data: ScimUserData;
}

/** A person as a SCIM resource: the core and enterprise attributes, and those of any schema named in `schemas`. */
export interface ScimUserData {
  /** The core user schema first; a custom schema has its own URN here and its attributes under that URN. */
  readonly schemas: readonly Open<
    "urn:ietf:params:scim:schemas:core:2.0:User" | "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
  >[];
  /** The id in the source, usually the employee number. A `manager.value` elsewhere refers to it. */
  readonly externalId: string;
  /**
   * Whether the account is enabled. Leaving it out was seen to disable accounts:
   * https://github.com/AzureAD/entra-id-inbound-provisioning/issues/16
   */
  readonly active?: boolean | null;
  /** An attribute of SCIM, or an extension's URN with its attributes. */
  readonly [attribute: string]: unknown;
}
