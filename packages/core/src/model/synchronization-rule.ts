import type { StringKeyStringValuePair } from "./key-value-pair.ts";
import type { ObjectMapping } from "./object-mapping.ts";

/**
 * How objects flow from one directory to another.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationrule
 */
export interface SynchronizationRule {
  /** Cloud sync only, else null. */
  readonly containerFilter?: ContainerFilter | null;
  /** False: the service does not let the rule be changed. */
  readonly editable?: boolean | null;
  /** Cloud sync only, else null. */
  readonly groupFilter?: GroupFilter | null;
  /**
   * One of the ids that the job's template has; provision on demand takes it as `ruleId`. Usually a GUID, sometimes
   * with a suffix like `#V2`.
   */
  readonly id?: string | null;
  /** For Microsoft's support; leave the values as they are. */
  readonly metadata?: readonly StringKeyStringValuePair[] | null;
  /** What people call it, such as `USER_TO_USER`. */
  readonly name?: string | null;
  /** Which objects flow, and how. */
  readonly objectMappings?: readonly ObjectMapping[] | null;
  /** The rule with the lowest number is processed first. */
  readonly priority?: number | null;
  /** The `name` of a directory of the same schema. */
  readonly sourceDirectoryName?: string | null;
  /** The `name` of a directory of the same schema. */
  readonly targetDirectoryName?: string | null;
}

/** The organizational units of an Active Directory that are in scope. */
export interface ContainerFilter {
  /** Their distinguished names. */
  readonly includedContainers?: readonly string[] | null;
}

/** The groups of an Active Directory whose members are in scope. */
export interface GroupFilter {
  /** Their distinguished names. */
  readonly includedGroups?: readonly string[] | null;
}
