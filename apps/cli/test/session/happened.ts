import { harborline, quillnote } from "../sample-tenant.ts";

const person = (id: string, givenName: string, surname: string, displayName: string): PersonWithId => {
  const mailNickname = givenName.toLowerCase();
  const mail = `${mailNickname}@alderfinch.example`;
  const passwordProfile = { password: "Correct-horse-1" };
  const names = { displayName, givenName, surname, mail, mailNickname, userPrincipalName: mail };
  return { id, accountEnabled: true, department: "Sales", country: "DE", ...names, passwordProfile };
};

interface PersonWithId {
  readonly id: string;
  readonly displayName: string;
  readonly [name: string]: unknown;
}

const ada = person("0b7e1c52-9a34-4d68-8f21-6c5e0d9b7a13", "Ada", "Lovelace", "Ada L.");
const grace = person("5e2f90a7-13cb-4b86-9d04-f1c87a6e2b59", "Grace", "Hopper", "Grace H.");

/** Who is in the directory, with the ids that the README shows. */
export const users: readonly PersonWithId[] = [ada, grace];

/** What provisioning did in the days before `now` (epoch milliseconds). */
export function logOfTheWeek(now: number): readonly object[] {
  const entry = (id: string, hoursAgo: number, source: PersonWithId, app: App, more: object): object => ({
    id,
    activityDateTime: new Date(now - hoursAgo * 3_600_000).toISOString(),
    jobId: app.jobId,
    provisioningAction: "update",
    provisioningStatusInfo: { status: "success" },
    servicePrincipal: { id: app.servicePrincipal, displayName: app.name },
    sourceIdentity: { id: source.id, displayName: source.displayName },
    targetIdentity: { id: "", displayName: "" },
    ...more,
  });
  const failed = (errorCode: string, reason: string): object => ({
    provisioningStatusInfo: { status: "failure", errorInformation: { errorCode, reason } },
  });
  const conflict = failed("DuplicateTargetEntries", "Two accounts of Quillnote have this userName.");
  return [
    entry("e1", 50, ada, apps.harborline, failed("InvalidCredentials", "401 Unauthorized")),
    entry("e2", 5.5, ada, apps.quillnote, { provisioningAction: "create", targetIdentity: { id: "QN-2041" } }),
    entry("e3", 2, grace, apps.quillnote, { provisioningAction: "create", ...conflict }),
    entry("e4", 0.2, grace, apps.quillnote, { provisioningAction: "create", ...conflict }),
  ];
}

interface App {
  readonly name: string;
  readonly servicePrincipal: string;
  readonly jobId: string;
}

const apps = {
  quillnote: { name: "Quillnote", ...quillnote },
  harborline: {
    name: "Harborline",
    jobId: "scim.7d0c1be24f6a4c0e9a51d2b8e3f04a96.e21d84a6-0c57-4f3b-b7d9-68f10a5c3e42",
    ...harborline,
  },
} as const satisfies Readonly<Record<string, App>>;

const scimUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** What provisioning on demand answers, in this order: no engine does it yet. */
export const provisioned: readonly object[] = [
  {
    key: { result: "Success", details: {} },
    value: {
      action: "Update",
      sourceIdentity: { id: ada.id, type: "User" },
      targetIdentity: { id: "QN-2041", type: scimUser },
      provisioningSteps: [
        { name: "EntryImport", type: "Import", status: "Success", description: "Received User", details: {} },
        {
          name: "EntrySynchronizationScoping",
          type: "Scoping",
          status: "Success",
          description: "In scope",
          details: {},
        },
        { name: "EntryImportTarget", type: "Matching", status: "Success", description: "Found QN-2041", details: {} },
        { name: "EntryExportUpdate", type: "Export", status: "Success", description: "Updated", details: {} },
      ],
      modifiedProperties: [{ displayName: "displayName", oldValue: "Ada L.", newValue: "Ada Lovelace" }],
      statusInfo: { status: "Success" },
    },
  },
];
