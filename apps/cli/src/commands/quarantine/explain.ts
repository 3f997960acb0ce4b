import { isQuarantined } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { ours } from "../../output/fields.ts";
import { quarantineFields } from "../../output/graph-fields.ts";
import { jobRows } from "../../output/job.ts";
import { isoOf, moment } from "../../output/moment.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, facts, type JsonOptions, show } from "../../output/records.ts";
import { daysLeft, quarantineEnd } from "../../quarantine-end.ts";
import { addJobOption, type JobOptions, resolveJob } from "../../target/resolve-job.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { adviceOn } from "./reasons.ts";

interface ExplainOptions extends ConnectionOptions, JsonOptions, JobOptions {}

export const quarantineExplain: AnyVerb = verb<ExplainOptions>({
  words: "quarantine explain",
  args: "<app>",
  summary: "say why a job is in quarantine, until when, and what to do",
  example: "graph-sync quarantine explain Harborline",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.get"],
  options(command) {
    addJobOption(command);
    addConnectionOptions(command);
    addJsonOption(command, {
      ...quarantineFields,
      names: {
        ...ours(["id", "quarantined", "means", "todo", "disabledAtEstimate", "daysLeftEstimate"]).names,
        ...quarantineFields.names,
      },
    });
  },
  async run({ args: [word = ""], options, surroundings }) {
    const { stdout, now } = surroundings;
    await inSession(options, surroundings, { words: "quarantine explain" }, async (session) => {
      const { id, app, synchronization } = await resolveJob(session, word, options);
      const job = await synchronization.jobs(id).get(undefined, session.call);
      const title = `Job ${plain(id)} of ${plain(app.displayName)}`;
      if (!isQuarantined(job)) {
        const text = async (): Promise<string> => `${title} is in no quarantine.\n`;
        return show({ value: { id, quarantined: false }, text }, options, stdout);
      }
      const { reason, ...rest } = job.status?.quarantine ?? {};
      const { means, todo } = adviceOn(reason);
      const end = quarantineEnd(job);
      const value = {
        id,
        quarantined: true,
        reason: reason ?? null,
        means,
        todo,
        disabledAtEstimate: isoOf(end),
        daysLeftEstimate: daysLeft(job, now()),
        ...rest,
      };
      const until =
        end === null
          ? "about 28 days after the quarantine began, which the service does not tell"
          : `about ${moment(new Date(end).toISOString(), now())}; an estimate: 28 days after the quarantine began`;
      const text = (): Promise<string> =>
        facts(title, [...jobRows(job, now()), ["disabled", until], ["means", means], ["to do", todo]]);
      await show({ value, text }, options, stdout);
    });
  },
});
