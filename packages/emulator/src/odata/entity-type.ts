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
  /**
   * Properties that are lists, and empty where nobody set them; any other is null then, if it is selected. Absent where what is not
   * set is left out.
   */
  readonly lists?: readonly string[];
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

export const synchronizationType: EntityType = typeOf<Synchronization>(
  "synchronization",
  ["id", "secrets"],
  ["jobs", "templates"],
);

export const jobType: EntityType = typeOf<SynchronizationJob>(
  "synchronizationJob",
  ["id", "schedule", "status", "synchronizationJobSettings", "templateId"],
  ["schema"],
);

export const templateType: EntityType = typeOf<SynchronizationTemplate>(
  "synchronizationTemplate",
  ["id", "applicationId", "default", "description", "discoverable", "factoryTag", "metadata"],
  ["schema"],
);

/** Its directories are always there, as in every documented answer; `$expand` may name them. */
export const schemaType: EntityType = typeOf<SynchronizationSchema>(
  "synchronizationSchema",
  ["id", "synchronizationRules", "version", "directories"],
  ["directories"],
);

export const directoryDefinitionType: EntityType = typeOf<DirectoryDefinition>(
  "directoryDefinition",
  ["id", "discoverabilities", "discoveryDateTime", "name", "objects", "readOnly", "version"],
  [],
);

/** https://learn.microsoft.com/graph/api/provisioningobjectsummary-list */
export const provisioningLogType: EntityType = {
  ...typeOf<ProvisioningObjectSummary>(
    "provisioningObjectSummary",
    [
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
    ],
    [],
  ),
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

/** A type of the contract: its names are those of the model. */
function typeOf<Model>(
  name: string,
  properties: readonly (keyof Model & string)[],
  expandable: readonly (keyof Model & string)[],
): EntityType {
  return { name, properties, expandable };
}
