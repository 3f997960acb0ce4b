import { isGraphServiceError, toArray } from "@graph-sync/core";
import type { Command } from "commander";
import { addConnectionOptions, type ConnectionOptions } from "../connection/connection-options.ts";
import { inSession, type Session } from "../connection/session.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import { plain, plainLine } from "../output/plain.ts";
import { type ResolvedApp, resolveApp } from "../target/resolve-app.ts";
import { addJobOption, type JobOptions, onlyJob } from "../target/resolve-job.ts";
import { addDryRunOption, type DryRunOptions } from "../writing/dry-run.ts";
import { addSecretOption, givenSecrets, type SecretOptions } from "./given-secret.ts";
import { nextSecrets, type ReadSecret, readSecrets } from "./secret-set.ts";

/** Of every verb that writes the credentials and settings of an app. */
export interface SaveOptions extends ConnectionOptions, JobOptions, DryRunOptions, SecretOptions {}

export function addSaveOptions(command: Command): void {
  addSecretOption(command);
  addJobOption(command);
  addDryRunOption(command);
  addConnectionOptions(command);
}

/** What a verb changes in the set, once it is known. */
export interface SecretsChange {
  readonly words: string;
  /** By key; undefined removes it. What `--secret` gives comes on top. */
  readonly changes: (
    current: readonly ReadSecret[],
    app: ResolvedApp,
  ) => ReadonlyMap<string, string | undefined> | Promise<ReadonlyMap<string, string | undefined>>;
  readonly done: string;
}

/**
 * Reads the set, replaces it with the changes, and tries what is saved then. Nothing is sent while a value is missing, or
 * while it is not clear which job to try.
 * @throws Refusal
 */
export async function saveSecrets(
  word: string,
  options: SaveOptions,
  surroundings: DiscreetSurroundings,
  { words, changes, done }: SecretsChange,
): Promise<void> {
  const given = await givenSecrets(options, surroundings);
  await inSession(options, surroundings, { words }, async (session) => {
    const app = await resolveApp(session, word);
    const { secrets } = session.client.servicePrincipals(app.id).synchronization;
    const current = await readSecrets(session, app);
    const all = new Map<string, string | undefined>([...given, ...(await changes(current, app))]);
    const value = nextSecrets({ current, changes: all });
    const jobId = await jobToTry(session, app, options);
    await secrets.replace(value, session.call);
    surroundings.stdout.write(`${plain(app.displayName)}: ${plainLine(done)}.\n`);
    surroundings.stdout.write(`${await triedWith(session, app, jobId)}\n`);
  });
}

/** The job with `--job`'s id, or the only one; undefined where the app has no job yet. @throws where there is no such job */
async function jobToTry(session: Session, app: ResolvedApp, options: JobOptions): Promise<string | undefined> {
  const { jobs } = session.client.servicePrincipals(app.id).synchronization;
  if (options.job !== undefined)
    return (await jobs(options.job).get({ select: ["id"] }, session.call)).id ?? options.job;
  const found = await toArray(jobs.list(undefined, session.call));
  return found.length === 0 ? undefined : onlyJob(app, found);
}

async function triedWith({ client, call }: Session, app: ResolvedApp, jobId: string | undefined): Promise<string> {
  if (jobId === undefined) return "There is no job yet, so the saved credentials were not tried.";
  try {
    const job = client.servicePrincipals(app.id).synchronization.jobs(jobId);
    await job.validateCredentials({ useSavedCredentials: true }, call);
  } catch (error) {
    if (!isGraphServiceError(error) || error.status !== 400) throw error;
    throw new Refusal(
      exitCodes.failed,
      `It is saved, but job ${plain(jobId)} does not reach its target with the saved credentials: ${plainLine(error.message)}`,
      `Mend it with secret set; graph-sync secret check ${app.id} tries again.`,
      { cause: error },
    );
  }
  return `Job ${plain(jobId)} reaches its target with the saved credentials.`;
}
