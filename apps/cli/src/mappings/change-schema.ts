import type { SynchronizationSchema } from "@graph-sync/core";
import type { Finding } from "@graph-sync/schema";
import type { Command } from "commander";
import { addConnectionOptions, type ConnectionOptions } from "../connection/connection-options.ts";
import { inSession } from "../connection/session.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import { plain } from "../output/plain.ts";
import { fingerprint } from "../schema/fingerprint.ts";
import { replaceSchema } from "../schema/replace-schema.ts";
import { liveSchema } from "../schema/resolve-schema.ts";
import { addJobOption, type JobOptions, resolveJob } from "../target/resolve-job.ts";
import { addConfirmOption, type ConfirmOptions } from "../writing/confirm.ts";
import { addDryRunOption } from "../writing/dry-run.ts";
import { addObjectOption, type ObjectOptions } from "./object-mappings.ts";

/** Of every verb that changes one thing in a job's schema. */
export interface SchemaChangeOptions extends ConnectionOptions, JobOptions, ObjectOptions, ConfirmOptions {}

export function addSchemaChangeOptions(command: Command): void {
  addObjectOption(command);
  addConfirmOption(command);
  addDryRunOption(command);
  addJobOption(command);
  addConnectionOptions(command);
}

/** What the help of each of these verbs says. */
export const schemaChangeDetails: string =
  "The schema is read, changed in this one place, checked, and replaced as a whole; every object is then evaluated again.\n" +
  "A mistake that was not there before is refused. It shows the change and asks; without a terminal it needs --yes.";

/**
 * Reads the schema of the job, changes it, and replaces it once a person has seen the change and said yes.
 * @throws Refusal where nothing changes, or where the change brings a mistake
 */
export async function changeSchema(
  words: string,
  word: string,
  options: SchemaChangeOptions,
  surroundings: DiscreetSurroundings,
  change: (schema: SynchronizationSchema) => SynchronizationSchema,
): Promise<void> {
  await inSession(options, surroundings, { words }, async (session) => {
    const { id, app } = await resolveJob(session, word, options);
    const live = liveSchema(session, { kind: "job", id, app });
    const before = await live.client.get(undefined, session.call);
    const after = change(before);
    const { diff, lint } = await import("@graph-sync/schema");
    if (diff(before, after).length === 0) {
      throw new Refusal(exitCodes.usage, "The schema is like that already.", "Nothing was sent.");
    }
    const fresh = freshFindings(lint(before), lint(after));
    refuseMistakes(fresh);
    for (const { severity, message } of fresh) surroundings.stderr.write(`${severity}: ${plain(message)}\n`);
    const expected = await fingerprint(before);
    await replaceSchema(session, { live, desired: after, expected }, options, surroundings);
  });
}

/** What was not found before; places move when something is removed, so they do not count. */
function freshFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Set(before.map(({ rule, message }) => `${rule} ${message}`));
  return after.filter(({ rule, message }) => !known.has(`${rule} ${message}`));
}

function refuseMistakes(findings: readonly Finding[]): void {
  const [first, ...others] = findings.filter(({ severity }) => severity === "error");
  if (first === undefined) return;
  throw new Refusal(
    exitCodes.usage,
    `Nothing was sent. ${plain(first.message)}`,
    `The rule is ${first.rule}.${others.length === 0 ? "" : ` ${others.length} more: ${others.map(({ message }) => message).join(" ")}`}`,
  );
}
