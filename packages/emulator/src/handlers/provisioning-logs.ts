import { provisioningLogType } from "../odata/entity-type.ts";
import { provisioningLog } from "../store/provisioning-log.ts";
import type { Built } from "./handler.ts";

/** The newest entry comes first unless `$orderby` says otherwise. */
export const listProvisioningLogs: Built<"provisioningLogs.list"> = {
  kind: "collection",
  type: provisioningLogType,
  handle: async ({ db }) => ({ value: await provisioningLog(db) }),
};
