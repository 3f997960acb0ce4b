import type { SynchronizationSchema } from "@graph-sync/core";
import type { Command } from "commander";
import { addConnectionOptions, type ConnectionOptions } from "../connection/connection-options.ts";
import { inSession } from "../connection/session.ts";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import type { Members } from "../output/fields.ts";
import { addJsonOption, type JsonOptions, show, type Shown } from "../output/records.ts";
import { addJobOption, type JobOptions, resolveJob } from "../target/resolve-job.ts";
import { addObjectOption, type ObjectOptions } from "./object-mappings.ts";

/** Of every verb that shows a part of a job's schema. */
export interface ReadOptions extends ConnectionOptions, JsonOptions, JobOptions, ObjectOptions {}

export function addReadOptions(command: Command, members: Members): void {
  addObjectOption(command);
  addJobOption(command);
  addConnectionOptions(command);
  addJsonOption(command, members);
}

/** Reads the schema of the job, and shows a part of it. */
export async function showOfSchema<T>(
  words: string,
  app: string,
  options: ReadOptions,
  surroundings: DiscreetSurroundings,
  part: (schema: SynchronizationSchema) => Shown<T>,
): Promise<void> {
  await inSession(options, surroundings, { words }, async (session) => {
    const { id, synchronization } = await resolveJob(session, app, options);
    const schema = await synchronization.jobs(id).schema.get(undefined, session.call);
    await show(part(schema), options, surroundings.stdout);
  });
}
