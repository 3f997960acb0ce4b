import type { BulkUpload } from "./bulk-upload.ts";
import type { Entity } from "./entity.ts";
import type { KeyValuePair } from "./key-value-pair.ts";
import type { SynchronizationSchedule } from "./synchronization-schedule.ts";
import type { SynchronizationSchema } from "./synchronization-schema.ts";
import type { SynchronizationStatus } from "./synchronization-status.ts";

/**
 * A synchronization that runs in the background: it watches one directory and writes what changed to another.
 *
 * Its `id` is opaque: mostly `{template}.{tenant}.{guid}`, where the first part need not be the template's id.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjob
 */
export interface SynchronizationJob extends Entity {
  /** Whether and how often it runs. */
  readonly schedule?: SynchronizationSchedule | null;
  /** How it is doing. */
  readonly status?: SynchronizationStatus | null;
  /**
   * Names that were seen: `QuarantineTooManyDeletesThreshold`, `AzureIngestionAttributeOptimization`,
   * `LookaheadQueryEnabled`.
   */
  readonly synchronizationJobSettings?: readonly KeyValuePair[] | null;
  /** The template it was made from; the service may answer another one than was asked for. */
  readonly templateId?: string | null;
  /** Never there: the place to post data to, not data. */
  readonly bulkUpload?: BulkUpload | null;
  /** Only with `expand: ["schema"]`; large. */
  readonly schema?: SynchronizationSchema | null;
}
