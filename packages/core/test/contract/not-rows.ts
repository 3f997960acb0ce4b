/** An operation in one of the two, the metadata or the table, that is not in the other. */
export interface Mismatch {
  /** Method and path, as in a row, without `()` after a function. */
  readonly operation: string;
  readonly reason: string;
  /** Where the reason can be read. */
  readonly source: string;
}

const reference = "https://learn.microsoft.com/graph/api/";
const issues = "https://github.com/microsoftgraph/msgraph-metadata/issues/";

const container = {
  reason:
    "The API starts, stops and configures jobs; no page replaces or deletes the container, and no client is known to.",
  source: `${reference}resources/synchronization-overview`,
};
const count = {
  reason: "Every collection is addressable with $count by OData; no page of this API has it, and the lists are short.",
  source: `${reference}resources/synchronization-overview`,
};
const uploadOnly = {
  reason: "The resource takes data and gives none back: its page has one method, to upload with POST.",
  source: `${reference}resources/synchronization-bulkupload`,
};
const replacedNotPatched = {
  reason: "The service answers 404 to PATCH; its page replaces the schema with PUT, and that is the row.",
  source: `${issues}676`,
};
const partOfSchema = {
  reason: "Directory definitions are updated as a part of the schema, and refreshed by discover.",
  source: `${reference}resources/synchronization-directorydefinition`,
};

/** What the metadata has and the table has not. */
export const notRows: readonly Mismatch[] = [
  { operation: "PUT /{root}/{id}/synchronization", ...container },
  { operation: "DELETE /{root}/{id}/synchronization", ...container },
  { operation: "GET /{root}/{id}/synchronization/jobs/$count", ...count },
  { operation: "GET /{root}/{id}/synchronization/templates/$count", ...count },
  { operation: "GET /{root}/{id}/synchronization/jobs/{jobId}/bulkUpload", ...uploadOnly },
  { operation: "PATCH /{root}/{id}/synchronization/jobs/{jobId}/bulkUpload", ...uploadOnly },
  { operation: "DELETE /{root}/{id}/synchronization/jobs/{jobId}/bulkUpload", ...uploadOnly },
  { operation: "GET /{root}/{id}/synchronization/jobs/{jobId}/bulkUpload/$value", ...uploadOnly },
  { operation: "PUT /{root}/{id}/synchronization/jobs/{jobId}/bulkUpload/$value", ...uploadOnly },
  { operation: "DELETE /{root}/{id}/synchronization/jobs/{jobId}/bulkUpload/$value", ...uploadOnly },
  { operation: "PATCH /{root}/{id}/synchronization/jobs/{jobId}/schema", ...replacedNotPatched },
  { operation: "GET /{root}/{id}/synchronization/jobs/{jobId}/schema/directories/$count", ...count },
  { operation: "POST /{root}/{id}/synchronization/jobs/{jobId}/schema/directories", ...partOfSchema },
  { operation: "PATCH /{root}/{id}/synchronization/jobs/{jobId}/schema/directories/{directoryId}", ...partOfSchema },
  { operation: "DELETE /{root}/{id}/synchronization/jobs/{jobId}/schema/directories/{directoryId}", ...partOfSchema },
  { operation: "PATCH /{root}/{id}/synchronization/templates/{templateId}/schema", ...replacedNotPatched },
  { operation: "GET /{root}/{id}/synchronization/templates/{templateId}/schema/directories/$count", ...count },
  { operation: "POST /{root}/{id}/synchronization/templates/{templateId}/schema/directories", ...partOfSchema },
  {
    operation: "PATCH /{root}/{id}/synchronization/templates/{templateId}/schema/directories/{directoryId}",
    ...partOfSchema,
  },
  {
    operation: "DELETE /{root}/{id}/synchronization/templates/{templateId}/schema/directories/{directoryId}",
    ...partOfSchema,
  },
];

const replacesSchema = {
  reason: "The page replaces the schema with PUT, where the metadata leaves it at PATCH.",
  source: `${reference}synchronization-synchronizationschema-update`,
};
const successor = {
  reason: "The beta metadata and the permissions reference name it as the successor of the secrets before it is there.",
  source: "https://learn.microsoft.com/graph/permissions-reference",
};
const connection = {
  reason: "A public preview that has a guide and is in no metadata yet.",
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/manage-object-connections",
};

/** What the table has below the container and the metadata has not. */
export const notInMetadata: readonly Mismatch[] = [
  {
    operation: "GET /{root}/{id}/synchronization/secrets",
    reason: "A property of the container, not a relation; a guide of Microsoft reads it by this path.",
    source: "https://learn.microsoft.com/entra/identity/app-provisioning/skip-out-of-scope-deletions",
  },
  {
    operation: "PUT /{root}/{id}/synchronization/secrets",
    reason: "A property of the container, not a relation; its page replaces it by this path.",
    source: `${reference}synchronization-serviceprincipal-put-synchronization`,
  },
  {
    operation: "POST /{root}/{id}/synchronization/jobs/{jobId}/bulkUpload",
    reason: "The page posts to what the metadata declares as a relation to one entity, which no POST belongs to.",
    source: `${issues}437`,
  },
  { operation: "PUT /{root}/{id}/synchronization/jobs/{jobId}/schema", ...replacesSchema },
  { operation: "PUT /{root}/{id}/synchronization/templates/{templateId}/schema", ...replacesSchema },
  { operation: "GET /{root}/{id}/synchronization/connectivityParameters", ...successor },
  { operation: "PATCH /{root}/{id}/synchronization/connectivityParameters", ...successor },
  { operation: "POST /{root}/{id}/synchronization/jobs/{jobId}/validateConnectivity", ...successor },
  { operation: "GET /{root}/{id}/synchronization/jobs/{jobId}/objectConnections/{objectId}", ...connection },
  { operation: "DELETE /{root}/{id}/synchronization/jobs/{jobId}/objectConnections/{objectId}", ...connection },
];
