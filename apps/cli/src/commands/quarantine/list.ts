import { isQuarantined } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { reportUnread } from "../../errors/report-unread.ts";
import { ours } from "../../output/fields.ts";
import { quarantineFields } from "../../output/graph-fields.ts";
import { moment } from "../../output/moment.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { daysLeft } from "../../quarantine-end.ts";
import { everyJob } from "../../target/every-job.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface ListOptions extends ConnectionOptions, JsonOptions {}

export const quarantineList: AnyVerb = verb<ListOptions>({
  words: "quarantine list",
  summary: "list the jobs of the tenant that are in quarantine",
  details:
    "With the days left until the service disables the job: 28 from the beginning of its quarantine, an estimate, since the\n" +
    "service promises no time.",
  example: "graph-sync quarantine list\ngraph-sync quarantine list --json app,daysLeftEstimate",
  needs: ["servicePrincipals.list", "jobs.list"],
  options(command) {
    addConnectionOptions(command);
    addJsonOption(
      command,
      ours(["app", "servicePrincipalId", "jobId", "daysLeftEstimate"], { quarantine: quarantineFields }),
    );
  },
  async run({ options, surroundings }) {
    const { stdout, stderr, now } = surroundings;
    return inSession(options, surroundings, { words: "quarantine list" }, async (session) => {
      const every = await everyJob(session);
      const value = every.jobs
        .filter(({ job }) => isQuarantined(job))
        .map(({ app, job }) => ({
          app: app.displayName,
          servicePrincipalId: app.id,
          jobId: job.id ?? null,
          daysLeftEstimate: daysLeft(job, now()),
          quarantine: job.status?.quarantine ?? {},
        }));
      const rows = value.map(({ app, jobId, daysLeftEstimate, quarantine }) => [
        plain(app),
        plain(jobId),
        plain(quarantine.reason),
        moment(quarantine.seriesBegan, now()),
        daysLeftEstimate === null ? "(not known)" : `about ${daysLeftEstimate}`,
      ]);
      const text = (): Promise<string> => columns(["APP", "JOB", "REASON", "SINCE", "DAYS LEFT (ESTIMATE)"], rows);
      await show({ value, text }, options, stdout);
      return reportUnread(every, stderr);
    });
  },
});
