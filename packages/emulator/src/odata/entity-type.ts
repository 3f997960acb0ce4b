import type {
  DirectoryDefinition,
  ProvisioningObjectSummary,
  Synchronization,
  SynchronizationJob,
  SynchronizationSchema,
  SynchronizationTemplate,
} from "@graph-sync/core";
import type { Literal } from "./filter-tree.ts";

/**
 * What `$select` and `$expand` may name on an entity, from Graph's metadata; of the directory's, what the emulator holds.
 */
export interface EntityType {
  /** The name in the namespace `microsoft.graph`. */
  readonly name: string;
  readonly properties: readonly string[];
  /** Related resources that the emulator answers inline. */
  readonly expandable: readonly string[];
  /** Properties, by paths in lower case, that are compared with literals of this kind alone; the others are not checked. */
  readonly kinds?: ReadonlyMap<string, Literal["kind"]>;
  /** Whether `a` and `A` are the same in the property at a path, which is in lower case; never unless told. */
  readonly ignoresCase?: (path: string) => boolean;
  /** Items a page where `$top` does not say; all of them unless told. */
  readonly pageSize?: number;
  /** Whether `$count` needs `ConsistencyLevel: eventual`: https://learn.microsoft.com/graph/aad-advanced-queries */
  readonly countsEventually?: boolean;
  /** Options that collections of it do not take. */
  readonly lacks?: readonly string[];
}

export const synchronizationType: EntityType = {
  name: "synchronization",
  properties: ["id", "secrets"] satisfies readonly (keyof Synchronization)[],
  expandable: ["jobs", "templates"] satisfies readonly (keyof Synchronization)[],
};

export const jobType: EntityType = {
  name: "synchronizationJob",
  properties: [
    "id",
    "schedule",
    "status",
    "synchronizationJobSettings",
    "templateId",
  ] satisfies readonly (keyof SynchronizationJob)[],
  expandable: ["schema"] satisfies readonly (keyof SynchronizationJob)[],
};

export const templateType: EntityType = {
  name: "synchronizationTemplate",
  properties: [
    "id",
    "applicationId",
    "default",
    "description",
    "discoverable",
    "factoryTag",
    "metadata",
  ] satisfies readonly (keyof SynchronizationTemplate)[],
  expandable: ["schema"] satisfies readonly (keyof SynchronizationTemplate)[],
};

/** Its directories are always there, as in every documented answer; `$expand` may name them. */
export const schemaType: EntityType = {
  name: "synchronizationSchema",
  properties: [
    "id",
    "synchronizationRules",
    "version",
    "directories",
  ] satisfies readonly (keyof SynchronizationSchema)[],
  expandable: ["directories"] satisfies readonly (keyof SynchronizationSchema)[],
};

export const directoryDefinitionType: EntityType = {
  name: "directoryDefinition",
  properties: [
    "id",
    "discoverabilities",
    "discoveryDateTime",
    "name",
    "objects",
    "readOnly",
    "version",
  ] satisfies readonly (keyof DirectoryDefinition)[],
  expandable: [],
};

/** https://learn.microsoft.com/graph/api/provisioningobjectsummary-list */
export const provisioningLogType: EntityType = {
  name: "provisioningObjectSummary",
  properties: [
    "id",
    "action",
    "activityDateTime",
    "changeId",
    "cycleId",
    "durationInMilliseconds",
    "initiatedBy",
    "jobId",
    "modifiedProperties",
    "provisioningAction",
    "provisioningStatusInfo",
    "provisioningSteps",
    "servicePrincipal",
    "sourceIdentity",
    "sourceSystem",
    "statusInfo",
    "targetIdentity",
    "targetSystem",
    "tenantId",
  ] satisfies readonly (keyof ProvisioningObjectSummary)[],
  expandable: [],
  kinds: new Map([
    ["activitydatetime", "date"],
    ["durationinmilliseconds", "number"],
    ["jobid", "text"],
    ["id", "text"],
    ["provisioningaction", "text"],
  ]),
  // Filters are documented as case-sensitive; but Microsoft's own suite asks for both `Create` and `create`.
  ignoresCase: (path) => ["provisioningaction", "action", "provisioningstatusinfo/status"].includes(path),
  pageSize: 1000,
  lacks: ["$expand", "$count"],
};
