import type { CallOptions, JobClient } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import type { DiscreetSurroundings } from "../../output/discreet.ts";
import { plain, plainLine } from "../../output/plain.ts";
import { addJobOption, type JobOptions, type ResolvedJob, resolveJob } from "../../target/resolve-job.ts";
import { addDryRunOption, type DryRunOptions } from "../../writing/dry-run.ts";
import type { Command } from "commander";

/** Of every verb that changes a job. */
export interface ChangeOptions extends ConnectionOptions, JobOptions, DryRunOptions {}

export function addChangeOptions(command: Command): void {
  addJobOption(command);
  addDryRunOption(command);
  addConnectionOptions(command);
}

/** What is done to the job, and what to say when it is done. */
export interface Change {
  readonly words: string;
  /** Before it is done; throws where it must not be. */
  readonly before?: (job: ResolvedJob) => Promise<void>;
  readonly act: (job: JobClient, call: CallOptions) => Promise<void>;
  readonly done: string;
}

/** Finds the job, changes it, and says so. */
export async function changeJob(
  word: string,
  options: ChangeOptions,
  surroundings: DiscreetSurroundings,
  { words, before, act, done }: Change,
): Promise<void> {
  await inSession(options, surroundings, { words }, async (session) => {
    const job = await resolveJob(session, word, options);
    await before?.(job);
    await act(job.synchronization.jobs(job.id), session.call);
    surroundings.stdout.write(`${plain(job.app.displayName)}: job ${plain(job.id)} ${plainLine(done)}.\n`);
  });
}
