import type { SynchronizationJob } from "../model/synchronization-job.ts";
import type { SynchronizationTaskExecution } from "../model/synchronization-task-execution.ts";
import { durationMs, momentOf } from "./moment.ts";

/**
 * Whether a job has ever run. A job that was started and has not run yet reports a last execution that "failed" with
 * the code `None` in year 0001: that is no failure, it is nothing.
 */
export function hasRun(job: SynchronizationJob): boolean {
  const { lastExecution, lastSuccessfulExecution } = job.status ?? {};
  return wasRun(lastExecution) || wasRun(lastSuccessfulExecution);
}

/** Whether a job is in quarantine: it runs once a day, and is disabled after four weeks. */
export function isQuarantined(job: SynchronizationJob): boolean {
  return sameWord(job.status?.code, "Quarantine");
}

/** When the last successful run ended, in milliseconds since 1970; null where there was none. */
export function lastSuccess(job: SynchronizationJob): number | null {
  return momentOf(job.status?.lastSuccessfulExecution?.timeEnded);
}

/**
 * When a job is due again, in milliseconds since 1970: the end of its last run and the interval, or the next attempt
 * of a quarantine. Null where it is not scheduled or has not run. An estimate: the service promises no time.
 */
export function nextRun(job: SynchronizationJob): number | null {
  if (!sameWord(job.schedule?.state, "Active")) return null;
  if (isQuarantined(job)) return momentOf(job.status?.quarantine?.nextAttempt);
  const ended = momentOf(job.status?.lastExecution?.timeEnded);
  const interval = durationMs(job.schedule?.interval);
  return ended === null || interval === null ? null : ended + interval;
}

function wasRun(execution: SynchronizationTaskExecution | null | undefined): boolean {
  return momentOf(execution?.timeBegan) !== null || momentOf(execution?.timeEnded) !== null;
}

/** The service spells some words in two ways, so they are compared without their case. */
function sameWord(word: string | null | undefined, known: string): boolean {
  return typeof word === "string" && word.toLowerCase() === known.toLowerCase();
}
