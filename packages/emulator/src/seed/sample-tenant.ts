import { quarantinedJob, runningJob } from "./sample-jobs.ts";
import { scimTemplate } from "./scim-template.ts";
import { tenantInJobIds } from "../tenant.ts";
import type { TenantSeed } from "./tenant-seed.ts";

/** Two apps, one whose provisioning runs and one whose provisioning is in quarantine. All of it is invented. */
export function sampleTenant(now: number): TenantSeed {
  const quillnote = `scim.${tenantInJobIds}.5b0f7c1e-93d2-4a68-8e1f-c07a4be2d913`;
  const harborline = `scim.${tenantInJobIds}.e21d84a6-0c57-4f3b-b7d9-68f10a5c3e42`;
  return {
    applications: [
      {
        id: "1c9a4e70-6b2d-4f85-a3e8-90d7c5f1b264",
        appId: "c4e8d3f2-17a9-4b60-8d5c-2f9b6e01a738",
        displayName: "Quillnote",
        servicePrincipal: { id: "84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56" },
        synchronization: {
          secrets: [
            { key: "BaseAddress", value: "https://api.quillnote.example/scim/v2" },
            { key: "SecretToken", value: "*" },
            { key: "SyncNotificationSettings", value: notificationSettings("it@alderfinch.example") },
            { key: "SyncAll", value: "false" },
          ],
          templates: [scimTemplate("Provisions users and groups to Quillnote by SCIM 2.0.")],
          jobs: [runningJob(quillnote, now)],
        },
      },
      {
        id: "b7350fe8-d14c-4962-8e0b-5c62a9f7d081",
        appId: "f09d6a35-8c4b-4e12-97d0-b1e5743c8fa6",
        displayName: "Harborline",
        servicePrincipal: { id: "2ad5c8e4-f790-4b13-86ac-e9314d70b5f2" },
        synchronization: {
          secrets: [
            { key: "BaseAddress", value: "https://scim.harborline.example" },
            { key: "SecretToken", value: "*" },
            { key: "SyncNotificationSettings", value: notificationSettings("identity@alderfinch.example") },
            { key: "SyncAll", value: "true" },
          ],
          templates: [scimTemplate("Provisions users and groups to Harborline by SCIM 2.0.")],
          jobs: [quarantinedJob(harborline, now)],
        },
      },
    ],
  };
}

function notificationSettings(recipients: string): string {
  return JSON.stringify({
    Enabled: true,
    Recipients: recipients,
    DeleteThresholdEnabled: true,
    DeleteThresholdValue: 500,
    HumanResourcesLookaheadQueryEnabled: false,
  });
}
