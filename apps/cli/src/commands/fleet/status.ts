import { isQuarantined, lastSuccess } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { reportUnread } from "../../errors/report-unread.ts";
import { exitCodes } from "../../exit-codes.ts";
import { isHealthy } from "../../job-health.ts";
import { ours } from "../../output/fields.ts";
import { isoOf, moment } from "../../output/moment.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { daysLeft } from "../../quarantine-end.ts";
import { everyJob } from "../../target/every-job.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface StatusOptions extends ConnectionOptions, JsonOptions {
  readonly exitStatus?: boolean;
}

export const fleetStatus: AnyVerb = verb<StatusOptions>({
  words: "fleet status",
  summary: "show how the jobs of all apps are doing, in one table",
  details:
    "With --exit-status it ends with 1 where one of them is in quarantine or its last run failed, for monitoring.",
  failsWhen: "an app could not be read, or with --exit-status a job is not healthy",
  example: "graph-sync fleet status --exit-status\ngraph-sync fleet status --json app,healthy",
  needs: ["servicePrincipals.list", "jobs.list"],
  options(command) {
    command.option("--exit-status", "end with 1 where a job is not healthy");
    addConnectionOptions(command);
    addJsonOption(
      command,
      ours([
        "app",
        "servicePrincipalId",
        "jobId",
        "healthy",
        "code",
        "schedule",
        "lastSuccess",
        "quarantineReason",
        "daysLeftEstimate",
      ]),
    );
  },
  async run({ options, surroundings }) {
    const { stdout, stderr, now } = surroundings;
    return inSession(options, surroundings, { words: "fleet status" }, async (session) => {
      const every = await everyJob(session);
      const value = every.jobs.map(({ app, job }) => {
        return {
          app: app.displayName,
          servicePrincipalId: app.id,
          jobId: job.id ?? null,
          healthy: isHealthy(job),
          code: job.status?.code ?? null,
          schedule: job.schedule?.state ?? null,
          lastSuccess: isoOf(lastSuccess(job)),
          quarantineReason: isQuarantined(job) ? (job.status?.quarantine?.reason ?? "") : null,
          daysLeftEstimate: daysLeft(job, now()),
        };
      });
      const rows = value.map((each) => [
        plain(each.app),
        plain(each.jobId),
        each.healthy ? "yes" : "NO",
        plain(each.code),
        plain(each.schedule),
        moment(each.lastSuccess, now()),
        plain(each.quarantineReason),
      ]);
      const heading = ["APP", "JOB", "HEALTHY", "STATUS", "SCHEDULE", "LAST SUCCESS", "QUARANTINE"];
      await show({ value, text: () => columns(heading, rows) }, options, stdout);
      const code = reportUnread(every, stderr);
      return options.exitStatus === true && value.some(({ healthy }) => !healthy) ? exitCodes.failed : code;
    });
  },
});
