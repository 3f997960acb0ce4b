import { now } from "../run-cli.ts";
import { quillnote } from "../sample-tenant.ts";
import type { Recording } from "./recording.ts";

/** An entry of the provisioning logs, so many minutes before the tests' time. */
export function entry(id: string, minutesAgo: number, more: object = {}): object {
  return {
    id,
    activityDateTime: new Date(now - minutesAgo * 60_000).toISOString(),
    jobId: quillnote.jobId,
    provisioningAction: "create",
    provisioningStatusInfo: { status: "success" },
    servicePrincipal: { id: quillnote.servicePrincipal, displayName: "Quillnote" },
    sourceIdentity: { id: `source-${id}`, displayName: `Person ${id}` },
    targetIdentity: { id: `target-${id}`, displayName: "" },
    ...more,
  };
}

export const failed = {
  provisioningAction: "Update",
  provisioningStatusInfo: { status: "failure", errorInformation: { errorCode: "DuplicateTargetEntries" } },
};

/** Puts entries into the logs. */
export const log = (tenant: Recording, ...value: readonly object[]): Promise<void> =>
  tenant.script("POST", "provisioningLogs", { value });

/** The ids of lines of NDJSON. */
export function idsOf(ndjson: string): readonly unknown[] {
  const lines = ndjson.split("\n").slice(0, -1);
  return lines.map((line) => (JSON.parse(line) as { readonly id: unknown }).id);
}
