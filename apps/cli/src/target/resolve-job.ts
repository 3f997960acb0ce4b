import { type SynchronizationClient, type SynchronizationJob, toArray } from "@graph-sync/core";
import type { Command } from "commander";
import type { Session } from "../connection/session.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";
import { type ResolvedApp, resolveApp } from "./resolve-app.ts";

/** Of every verb that is about one job. */
export interface JobOptions {
  readonly job?: string;
}

export function addJobOption(command: Command): void {
  command.option("--job <id>", "which job, where the app has several");
}

/** The job that a verb is about, with the client of its app. */
export interface ResolvedJob {
  readonly id: string;
  readonly app: ResolvedApp;
  readonly synchronization: SynchronizationClient;
}

const sayWhich = "Say which with --job.";

/**
 * Finds the job that a verb is about: the one with `--job`'s id, or the only one of the app.
 * @throws Refusal where the app has none, or several and none was named
 */
export async function resolveJob(
  session: Session,
  word: string,
  { job }: JobOptions,
  severalHint: string = sayWhich,
): Promise<ResolvedJob> {
  const app = await resolveApp(session, word);
  const { synchronization } = session.client.servicePrincipals(app.id);
  if (job !== undefined) return { id: job, app, synchronization };
  const jobs = await toArray(synchronization.jobs.list(undefined, session.call));
  return { id: onlyJob(app, jobs, severalHint), app, synchronization };
}

/**
 * The id of the only job of an app.
 * @throws Refusal where there is none, or several
 */
export function onlyJob(app: ResolvedApp, jobs: readonly SynchronizationJob[], severalHint: string = sayWhich): string {
  const ids = jobs.map(({ id }) => id).filter((id) => id !== undefined);
  const [only] = ids;
  if (only === undefined) {
    throw new Refusal(
      exitCodes.notFound,
      `${plain(app.displayName)} has no synchronization job.`,
      `graph-sync job create ${app.id} makes one.`,
    );
  }
  if (ids.length > 1) {
    throw new Refusal(
      exitCodes.usage,
      `${plain(app.displayName)} has ${ids.length} jobs: ${ids.map(plain).join(", ")}.`,
      severalHint,
    );
  }
  return only;
}
