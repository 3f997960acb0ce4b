import type { DirectoryDefinition } from "./directory-definition.ts";
import type { Entity } from "./entity.ts";
import type { SynchronizationRule } from "./synchronization-rule.ts";

/**
 * Which objects a job synchronizes, and how. Of a job, it is the schema in effect; of a template, the default.
 *
 * It is replaced as a whole, so members that this version does not know must go back with it. Replacing it starts a new
 * initial cycle. On a job, `id` equals the job's id.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschema
 */
export interface SynchronizationSchema extends Entity {
  /** In no order of their own: `priority` decides. */
  readonly synchronizationRules?: readonly SynchronizationRule[] | null;
  /** Changes with each change of the schema, like `"v1.2"`. */
  readonly version?: string | null;
  /** The source and the target. Documented answers have them without `$expand`. */
  readonly directories?: readonly DirectoryDefinition[] | null;
}
