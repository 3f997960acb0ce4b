import { isQuarantined, lastSuccess } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { exitCodes } from "../../exit-codes.ts";
import { isHealthy } from "../../job-health.ts";
import { ours } from "../../output/fields.ts";
import { quarantineFields } from "../../output/graph-fields.ts";
import { jobRows } from "../../output/job.ts";
import { isoOf } from "../../output/moment.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, facts, type JsonOptions, show } from "../../output/records.ts";
import { addJobOption, type JobOptions, resolveJob } from "../../target/resolve-job.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface StatusOptions extends ConnectionOptions, JsonOptions, JobOptions {
  readonly exitStatus?: boolean;
}

export const jobStatus: AnyVerb = verb<StatusOptions>({
  words: "job status",
  args: "<app>",
  summary: "show how a job is doing",
  details: "With --exit-status it ends with 1 where the job is in quarantine or its last run failed, for monitoring.",
  failsWhen: "with --exit-status the job is not healthy",
  example: "graph-sync job status Quillnote --exit-status",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.get"],
  options(command) {
    command.option("--exit-status", "end with 1 where the job is not healthy");
    addJobOption(command);
    addConnectionOptions(command);
    addJsonOption(
      command,
      ours(["id", "healthy", "code", "schedule", "lastSuccess"], { quarantine: quarantineFields }),
    );
  },
  async run({ args: [word = ""], options, surroundings }) {
    return inSession(options, surroundings, { words: "job status" }, async (session) => {
      const { id, synchronization } = await resolveJob(session, word, options);
      const job = await synchronization
        .jobs(id)
        .get({ select: ["id", "templateId", "schedule", "status"] }, session.call);
      const healthy = isHealthy(job);
      const value = {
        id: job.id ?? id,
        healthy,
        code: job.status?.code ?? null,
        schedule: job.schedule?.state ?? null,
        lastSuccess: isoOf(lastSuccess(job)),
        quarantine: isQuarantined(job) ? (job.status?.quarantine ?? {}) : null,
      };
      const text = (): Promise<string> => facts(`Job ${plain(value.id)}`, jobRows(job, surroundings.now()));
      await show({ value, text }, options, surroundings.stdout);
      return options.exitStatus === true && !healthy ? exitCodes.failed : exitCodes.ok;
    });
  },
});
