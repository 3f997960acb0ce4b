import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { jobFields } from "../../output/graph-fields.ts";
import { jobRows } from "../../output/job.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, facts, type JsonOptions, show } from "../../output/records.ts";
import { addJobOption, type JobOptions, resolveJob } from "../../target/resolve-job.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface GetOptions extends ConnectionOptions, JsonOptions, JobOptions {}

export const jobGet: AnyVerb = verb<GetOptions>({
  words: "job get",
  args: "<app>",
  summary: "show a job with its schedule, status and settings",
  example: "graph-sync job get Quillnote --json",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.get"],
  options(command) {
    addJobOption(command);
    addConnectionOptions(command);
    addJsonOption(command, jobFields);
  },
  async run({ args: [word = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "job get" }, async (session) => {
      const { id, synchronization } = await resolveJob(session, word, options);
      const job = await synchronization.jobs(id).get(undefined, session.call);
      const settings = (job.synchronizationJobSettings ?? []).map(
        ({ name, value }) => [plain(name), plain(value)] as const,
      );
      const text = (): Promise<string> =>
        facts(`Job ${plain(job.id)}`, [...jobRows(job, surroundings.now()), ...settings]);
      await show({ value: job, text }, options, surroundings.stdout);
    });
  },
});
