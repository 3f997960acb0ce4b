import { provisioningLogType } from "../odata/entity-type.ts";
import { provisioningLog } from "../store/provisioning-log.ts";
import type { Built } from "./handler.ts";
import { markScripted } from "./scripted.ts";

/** The newest entry comes first unless `$orderby` says otherwise. Nothing provisions yet, so every entry is a script's. */
export const listProvisioningLogs: Built<"provisioningLogs.list"> = {
  kind: "collection",
  type: provisioningLogType,
  async handle(call) {
    const value = await provisioningLog(call.db);
    if (value.length > 0) markScripted(call);
    return { value };
  },
};
