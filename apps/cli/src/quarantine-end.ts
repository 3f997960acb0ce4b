import { isQuarantined, momentOf, type SynchronizationJob } from "@graph-sync/core";

const dayMs = 86_400_000;

/** After so many days in quarantine the service disables a job. */
export const quarantineDays = 28;

/**
 * When the service disables a job that stays in quarantine, in milliseconds since 1970; null for one that is in none, or
 * where its beginning is not told. An estimate: the documentation says "more than four weeks", and gives no time.
 * https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-quarantine-status
 */
export function quarantineEnd(job: SynchronizationJob): number | null {
  if (!isQuarantined(job)) return null;
  const { seriesBegan, currentBegan } = job.status?.quarantine ?? {};
  const began = momentOf(seriesBegan) ?? momentOf(currentBegan);
  return began === null ? null : began + quarantineDays * dayMs;
}

/** Whole days until then, at least 0; null where it is not known. */
export function daysLeft(job: SynchronizationJob, now: number): number | null {
  const end = quarantineEnd(job);
  return end === null ? null : Math.max(0, Math.floor((end - now) / dayMs));
}
