import type { Collection } from "../model/collection.ts";
import type { ProvisioningObjectSummary } from "../model/provisioning-object-summary.ts";
import type { WithCollectionQuery } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/**
 * What provisioning did, an entry an object, 5 to 10 minutes late, kept for 30 days (7 without a premium licence). Give `top` to get
 * pages. Filters are case-sensitive. At most 5 calls in 10 seconds.
 * https://learn.microsoft.com/graph/api/provisioningobjectsummary-list
 */
export const listProvisioningLogs: Operation<
  "provisioningLogs.list",
  WithCollectionQuery<ProvisioningObjectSummary>,
  Collection<ProvisioningObjectSummary>
> = {
  id: "provisioningLogs.list",
  method: "GET",
  path: "/auditLogs/provisioning",
  repeat: "safe",
  status: 200,
  keep: "changing",
  evidence: "documented",
};
