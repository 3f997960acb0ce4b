import type { DateTimeOffset, Duration, Open } from "./entity.ts";

/**
 * When a job runs. Read-only: the service sets it, and `start` and `pause` change its state.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschedule
 */
export interface SynchronizationSchedule {
  /** When the job stops running; null for never. */
  readonly expiration?: DateTimeOffset | null;
  /** The time between two cycles, such as `PT40M`; `P10675199DT2H48M5.4775807S` (the longest there is) for never. */
  readonly interval?: Duration | null;
  /** Whether it runs at all. */
  readonly state?: SynchronizationScheduleState | null;
}

/** `Disabled` is also how a new job begins; older service versions do not know `Paused`. */
export type SynchronizationScheduleState = Open<"Active" | "Disabled" | "Paused">;
