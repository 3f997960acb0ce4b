import { provisionResult, type SynchronizationJobSubject } from "@graph-sync/core";
import type { Command } from "commander";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession, type Session } from "../../connection/session.ts";
import { type ExitCode, exitCodes } from "../../exit-codes.ts";
import { ours } from "../../output/fields.ts";
import { jsonLine } from "../../output/json.ts";
import type { DiscreetSurroundings } from "../../output/discreet.ts";
import { plain } from "../../output/plain.ts";
import { provisionText } from "../../output/provision-result.ts";
import { addJsonOption, type JsonOptions, picked } from "../../output/records.ts";
import { addJobOption, type JobOptions, resolveJob } from "../../target/resolve-job.ts";
import { addDryRunOption, type DryRunOptions } from "../../writing/dry-run.ts";
import { ruleFor } from "./rule-for.ts";

/** Of both verbs that provision on demand. */
export interface ProvisionOptions extends ConnectionOptions, JsonOptions, JobOptions, DryRunOptions {
  readonly rule?: string;
}

export function addProvisionOptions(command: Command): void {
  command.option("--rule <id>", "by this rule of the job's schema, where several would do");
  addJobOption(command);
  addDryRunOption(command);
  addConnectionOptions(command);
  addJsonOption(command, ours(["objectId", "result", "errorCode", "errorMessage"], { objects: "any", raw: "any" }));
}

/** What is provisioned. */
export interface ProvisionSubject {
  readonly kind: "user" | "group";
  /** One subject after the other; the client sends no more than the service allows (5 in 10 seconds). */
  subjects(session: Session, objectTypeName: string): Promise<readonly SynchronizationJobSubject[]>;
}

/** Provisions each subject, prints what was done as it is known, and fails where one of them did. */
export async function provision(
  word: string,
  options: ProvisionOptions,
  surroundings: DiscreetSurroundings,
  { kind, subjects }: ProvisionSubject,
): Promise<ExitCode | undefined> {
  return inSession(options, surroundings, { words: `provision ${kind}` }, async (session) => {
    const { id, synchronization } = await resolveJob(session, word, options);
    const job = synchronization.jobs(id);
    const { ruleId, objectTypeName } = ruleFor(await job.schema.get(undefined, session.call), kind, options.rule);
    let code: ExitCode = exitCodes.ok;
    for (const subject of await subjects(session, objectTypeName)) {
      const read = provisionResult(await job.provisionOnDemand({ ruleId, subjects: [subject] }, session.call));
      surroundings.stdout.write(
        options.json === undefined
          ? await provisionText(`${kind} ${plain(subject.objectId)}`, read)
          : picked([{ objectId: subject.objectId, ...read }], options)
              .map(jsonLine)
              .join(""),
      );
      if (read.result !== "Success" && read.result !== "Skipped") code = exitCodes.failed;
    }
    return code;
  });
}
