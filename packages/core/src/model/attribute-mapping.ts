import type { AttributeMappingSource } from "./attribute-mapping-source.ts";
import type { Open } from "./entity.ts";

/**
 * How one attribute of the target gets its value.
 *
 * The service does not refuse two mappings with the same target: they conflict or merge, so keep target names unique.
 * Their order means nothing.
 * https://learn.microsoft.com/graph/api/resources/synchronization-attributemapping
 */
export interface AttributeMapping {
  /** The value that a new object gets where the source gives null. */
  readonly defaultValue?: string | null;
  /** For the service itself. */
  readonly exportMissingReferences?: boolean | null;
  /** Default `FlowWhenChanged`. */
  readonly flowBehavior?: AttributeFlowBehavior | null;
  /** Default `Always`. Cloud sync from Active Directory ignores it. */
  readonly flowType?: AttributeFlowType | null;
  /**
   * Above 0: the attribute finds the object in the target. The lowest number is tried first and the first hit wins.
   * 0: the attribute is not for matching.
   */
  readonly matchingPriority?: number | null;
  /** Null where `defaultValue` alone is the value. */
  readonly source?: AttributeMappingSource | null;
  /** The name of an attribute of the mapping's target object. */
  readonly targetAttributeName?: string | null;
}

/** When a value is sent: only after it changed, or with every export. */
export type AttributeFlowBehavior = Open<"FlowWhenChanged" | "FlowAlways">;

/**
 * Which changes flow.
 *
 * - `Always`: all of them.
 * - `ObjectAddOnly`: only while the object is created.
 * - `MultiValueAddOnly`: only new values of an attribute with several.
 * - `ValueAddOnly`: where there is a value, additions flow and removals do not.
 * - `AttributeAddOnly`: only where the target has no value yet.
 *
 * National clouds may lack the last two.
 */
export type AttributeFlowType = Open<
  "Always" | "ObjectAddOnly" | "MultiValueAddOnly" | "ValueAddOnly" | "AttributeAddOnly"
>;
