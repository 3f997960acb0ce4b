import { quillnote } from "../sample-tenant.ts";
import type { Recording } from "./recording.ts";

export const userId = "0b7e1c52-9a34-4d68-8f21-6c5e0d9b7a13";

/** What the service answers for a user that it updated. */
export const updated = {
  key: { result: "Success", details: {} },
  value: {
    action: "Update",
    sourceIdentity: { id: userId, type: "User" },
    targetIdentity: { id: "T-1", type: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User" },
    provisioningSteps: [
      { name: "EntryImport", type: "Import", status: "Success", description: "Received User", details: {} },
      { name: "EntryExportUpdate", type: "Export", status: "Success", description: "Updated", details: { a: "b" } },
    ],
    modifiedProperties: [{ displayName: "nickName", oldValue: null, newValue: "Ada" }],
    statusInfo: { status: "Success" },
  },
};

/** Queues what the next provisioning on demand answers. */
export const answer = (tenant: Recording, body: object): Promise<void> =>
  tenant.script("POST", `jobs/${quillnote.jobId}/provisionOnDemand`, body);
