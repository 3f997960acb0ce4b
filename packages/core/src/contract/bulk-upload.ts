import { isJsonObject } from "../wire/json.ts";
import type { ScimBulkRequest } from "../model/bulk-upload.ts";
import type { OnRoot, WithBody, WithJob } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/** The documented limit of one request. */
const maxOperations = 50;

/**
 * Hands up to 50 SCIM operations to API-driven inbound provisioning. 202 means staged, not done: look into the provisioning logs.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post-bulkupload
 */
export const bulkUpload: Operation<"jobs.bulkUpload", OnRoot & WithJob & WithBody<ScimBulkRequest>, void> = {
  id: "jobs.bulkUpload",
  method: "POST",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/bulkUpload",
  repeat: "never",
  status: 202,
  invalidates: ["synchronization.get", "jobs.list", "jobs.get"],
  contentType: "application/scim+json",
  evidence: "documented",
  fault: ({ body }) => {
    const operations: unknown = isJsonObject(body) ? body.Operations : undefined;
    if (!Array.isArray(operations) || operations.length === 0) return "body.Operations must be a list, and not empty";
    if (operations.length <= maxOperations) return undefined;
    return `body.Operations has ${operations.length} operations, and one request takes ${maxOperations}: send it in parts`;
  },
};
