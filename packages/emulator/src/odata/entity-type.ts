import type {
  Application,
  DirectoryDefinition,
  ServicePrincipal,
  Synchronization,
  SynchronizationJob,
  SynchronizationSchema,
  SynchronizationTemplate,
} from "@graph-sync/core";

/**
 * What `$select` and `$expand` may name on an entity, from Graph's metadata; of an application and a service principal,
 * what the emulator holds.
 */
export interface EntityType {
  /** The name in the namespace `microsoft.graph`. */
  readonly name: string;
  readonly properties: readonly string[];
  /** Related resources that the emulator answers inline. */
  readonly expandable: readonly string[];
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

export const servicePrincipalType: EntityType = {
  name: "servicePrincipal",
  properties: ["id", "appId", "displayName"] satisfies readonly (keyof ServicePrincipal)[],
  expandable: [],
};

export const applicationType: EntityType = {
  name: "application",
  properties: ["id", "appId", "displayName"] satisfies readonly (keyof Application)[],
  expandable: [],
};
