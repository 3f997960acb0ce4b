import type { OperationId } from "./table.ts";

/** What a caller needs for an operation, and where it is documented. Any one of a list is enough; the least comes first. */
export interface PermissionInfo {
  /** For a person who signed in; see `roles` for what is needed too. */
  readonly delegated: readonly string[];
  /** For an app that acts as itself. */
  readonly application: readonly string[];
  /** The directory roles that a person who does not own the app needs one of besides; empty where no role is asked for. */
  readonly roles: readonly string[];
  /** The page of the Graph reference, or of the guide that shows the operation; absent where there is none. */
  readonly docs?: string;
  /** True where no page names the permissions and they are taken from the operations beside it. */
  readonly inferred?: boolean;
  /** Since when it is deprecated, and when it is to be removed; dates of the beta metadata. */
  readonly deprecated?: { readonly since: string; readonly removal: string };
}

type Needs = Pick<PermissionInfo, "delegated" | "application" | "roles">;

/** The directory roles that a signed-in person needs one of below `/synchronization`, unless they own the app. */
export const directoryRoles: readonly string[] = [
  "Application Administrator",
  "Cloud Application Administrator",
  "Hybrid Identity Administrator",
];

const readWrite: Needs = {
  delegated: ["Synchronization.ReadWrite.All"],
  application: ["Application.ReadWrite.OwnedBy", "Synchronization.ReadWrite.All"],
  roles: directoryRoles,
};
const read: Needs = {
  delegated: ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
  application: ["Application.ReadWrite.OwnedBy", "Synchronization.Read.All", "Synchronization.ReadWrite.All"],
  roles: directoryRoles,
};
const readDirectory: Needs = {
  delegated: ["Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
  // It reads every app, not the owned ones alone, so here the least is the one that only reads.
  application: [
    "Application.Read.All",
    "Application.ReadWrite.OwnedBy",
    "Application.ReadWrite.All",
    "Directory.Read.All",
  ],
  roles: [],
};
const discover: Needs = {
  delegated: ["Directory.ReadWrite.All"],
  application: ["Application.ReadWrite.OwnedBy", "Directory.ReadWrite.All"],
  roles: directoryRoles,
};
const updateJob: Needs = {
  delegated: ["Synchronization.ReadWrite.All"],
  application: ["Synchronization.ReadWrite.All"],
  roles: directoryRoles,
};

const reference = "https://learn.microsoft.com/graph/api/";
const crossTenantGuide =
  "https://learn.microsoft.com/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure-graph";
const secretsGuide = "https://learn.microsoft.com/entra/identity/app-provisioning/skip-out-of-scope-deletions";
const connectionsGuide = "https://learn.microsoft.com/entra/identity/app-provisioning/manage-object-connections";
const deprecated = { since: "2026-02-06", removal: "2027-07-06" };

/** The second table: the same keys as the contract, with what people need to know and the wire does not. */
export const permissions: { readonly [Id in OperationId]: PermissionInfo } = {
  "synchronization.get": {
    ...read,
    docs: `${reference}resources/synchronization-synchronization`,
    inferred: true,
  },
  "synchronization.acquireAccessToken": {
    ...readWrite,
    docs: `${reference}synchronization-synchronization-acquireaccesstoken`,
    deprecated,
  },
  "synchronization.ping": { ...read, inferred: true },

  "secrets.list": { ...read, docs: secretsGuide, inferred: true, deprecated },
  "secrets.replace": {
    ...readWrite,
    docs: `${reference}synchronization-serviceprincipal-put-synchronization`,
    deprecated,
  },
  "connectivityParameters.list": { ...read, inferred: true },
  "connectivityParameters.update": readWrite,

  "jobs.list": { ...read, docs: `${reference}synchronization-synchronization-list-jobs` },
  "jobs.create": { ...readWrite, docs: `${reference}synchronization-synchronization-post-jobs` },
  "jobs.get": { ...read, docs: `${reference}synchronization-synchronizationjob-get` },
  "jobs.update": updateJob,
  "jobs.delete": { ...readWrite, docs: `${reference}synchronization-synchronizationjob-delete` },
  "jobs.start": { ...readWrite, docs: `${reference}synchronization-synchronizationjob-start` },
  "jobs.pause": { ...readWrite, docs: `${reference}synchronization-synchronizationjob-pause` },
  "jobs.restart": { ...readWrite, docs: `${reference}synchronization-synchronizationjob-restart` },
  "jobs.validateCredentials": {
    ...readWrite,
    docs: `${reference}synchronization-synchronizationjob-validatecredentials`,
    deprecated,
  },
  "jobs.validateCredentialsForTemplate": { ...readWrite, docs: crossTenantGuide, deprecated },
  "jobs.validateConnectivity": readWrite,
  "jobs.provisionOnDemand": { ...readWrite, docs: `${reference}synchronization-synchronizationjob-provisionondemand` },
  "jobs.bulkUpload": {
    delegated: ["SynchronizationData-User.Upload"],
    application: ["SynchronizationData-User.Upload.OwnedBy", "SynchronizationData-User.Upload"],
    roles: [],
    docs: `${reference}synchronization-synchronizationjob-post-bulkupload`,
  },

  "jobs.schema.get": { ...read, docs: `${reference}synchronization-synchronizationschema-get` },
  "jobs.schema.replace": { ...readWrite, docs: `${reference}synchronization-synchronizationschema-update` },
  "jobs.schema.reset": { ...readWrite, docs: `${reference}synchronization-synchronizationschema-delete` },
  "jobs.schema.functions": { ...readWrite, docs: `${reference}synchronization-synchronizationschema-functions` },
  "jobs.schema.filterOperators": {
    ...readWrite,
    docs: `${reference}synchronization-synchronizationschema-filteroperators`,
  },
  "jobs.schema.parseExpression": {
    ...readWrite,
    docs: `${reference}synchronization-synchronizationschema-parseexpression`,
  },
  "jobs.schema.directories.list": { ...read, inferred: true },
  "jobs.schema.directories.get": { ...read, inferred: true },
  "jobs.schema.directories.discover": { ...discover, docs: `${reference}synchronization-directorydefinition-discover` },

  "templates.list": { ...read, docs: `${reference}synchronization-synchronization-list-templates` },
  "templates.get": { ...read, docs: `${reference}synchronization-synchronizationtemplate-get` },
  "templates.create": { ...readWrite, inferred: true },
  "templates.update": { ...readWrite, docs: `${reference}synchronization-synchronizationtemplate-update` },
  "templates.delete": { ...readWrite, inferred: true },
  "templates.schema.get": { ...read, docs: `${reference}synchronization-synchronizationschema-get` },
  "templates.schema.replace": { ...readWrite, docs: `${reference}synchronization-synchronizationschema-update` },
  "templates.schema.reset": { ...readWrite, docs: `${reference}synchronization-synchronizationschema-delete` },
  "templates.schema.functions": { ...readWrite, docs: `${reference}synchronization-synchronizationschema-functions` },
  "templates.schema.filterOperators": {
    ...readWrite,
    docs: `${reference}synchronization-synchronizationschema-filteroperators`,
  },
  "templates.schema.parseExpression": {
    ...readWrite,
    docs: `${reference}synchronization-synchronizationschema-parseexpression`,
  },
  "templates.schema.directories.list": { ...read, inferred: true },
  "templates.schema.directories.get": { ...read, inferred: true },
  "templates.schema.directories.discover": { ...discover, inferred: true },

  "objectConnections.get": {
    delegated: ["SynchronizationMetadata.Read.All", "SynchronizationMetadata.ReadWrite.All"],
    application: [
      "SynchronizationMetadata.Read.OwnedBy",
      "SynchronizationMetadata.Read.All",
      "SynchronizationMetadata.ReadWrite.OwnedBy",
      "SynchronizationMetadata.ReadWrite.All",
    ],
    roles: directoryRoles,
    docs: connectionsGuide,
  },
  "objectConnections.delete": {
    delegated: ["SynchronizationMetadata.ReadWrite.All"],
    application: ["SynchronizationMetadata.ReadWrite.OwnedBy", "SynchronizationMetadata.ReadWrite.All"],
    roles: directoryRoles,
    docs: connectionsGuide,
  },

  "provisioningLogs.list": {
    delegated: ["ProvisioningLog.Read.All", "AuditLog.Read.All", "Directory.Read.All"],
    application: ["ProvisioningLog.Read.All", "AuditLog.Read.All", "Directory.Read.All"],
    roles: [
      "Reports Reader",
      "Security Reader",
      "Security Operator",
      "Security Administrator",
      "Global Reader",
      "Application Administrator",
      "Cloud Application Administrator",
    ],
    docs: `${reference}provisioningobjectsummary-list`,
  },

  "servicePrincipals.list": { ...readDirectory, docs: `${reference}serviceprincipal-list` },
  "servicePrincipals.get": { ...readDirectory, docs: `${reference}serviceprincipal-get` },
  "servicePrincipals.getByAppId": { ...readDirectory, docs: `${reference}serviceprincipal-get` },
  "servicePrincipals.owners": { ...readDirectory, docs: `${reference}serviceprincipal-list-owners` },
  "applications.list": { ...readDirectory, docs: `${reference}application-list` },
  "applications.get": { ...readDirectory, docs: `${reference}application-get` },
  "applications.getByAppId": { ...readDirectory, docs: `${reference}application-get` },
  "applicationTemplates.instantiate": {
    delegated: ["Application.ReadWrite.All", "Directory.ReadWrite.All"],
    application: ["Application.ReadWrite.OwnedBy", "Application.ReadWrite.All", "Directory.ReadWrite.All"],
    roles: ["Application Administrator", "Cloud Application Administrator"],
    docs: `${reference}applicationtemplate-instantiate`,
  },
  "users.get": {
    delegated: ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All"],
    application: ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All"],
    roles: [],
    docs: `${reference}user-get`,
  },
};

/**
 * Needed as well where a schema maps custom security attributes: the first one to read it, the second one to write it.
 * https://learn.microsoft.com/graph/permissions-reference
 */
export const customSecurityAttributePermissions: readonly [string, string] = [
  "CustomSecAttributeProvisioning.Read.All",
  "CustomSecAttributeProvisioning.ReadWrite.All",
];
