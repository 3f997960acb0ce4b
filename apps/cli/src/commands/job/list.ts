import { toArray } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { interval } from "../../output/interval.ts";
import { jobFields } from "../../output/graph-fields.ts";
import { moment } from "../../output/moment.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { resolveApp } from "../../target/resolve-app.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface ListOptions extends ConnectionOptions, JsonOptions {}

export const jobList: AnyVerb = verb<ListOptions>({
  words: "job list",
  args: "<app>",
  summary: "list the jobs of an app",
  example: "graph-sync job list Quillnote\ngraph-sync job list Quillnote --json id,status.code",
  needs: ["servicePrincipals.list", "jobs.list"],
  options(command) {
    addConnectionOptions(command);
    addJsonOption(command, jobFields);
  },
  async run({ args: [word = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "job list" }, async (session) => {
      const { id } = await resolveApp(session, word);
      const { jobs } = session.client.servicePrincipals(id).synchronization;
      const found = await toArray(jobs.list(undefined, session.call));
      const rows = found.map(({ id, templateId, schedule, status }) => [
        plain(id),
        plain(templateId),
        [plain(schedule?.state), interval(schedule?.interval)].filter((each) => each !== "").join(", "),
        plain(status?.code),
        moment(status?.lastSuccessfulExecution?.timeEnded, surroundings.now()),
      ]);
      const text = (): Promise<string> => columns(["ID", "TEMPLATE", "SCHEDULE", "STATUS", "LAST SUCCESS"], rows);
      await show({ value: found, text }, options, surroundings.stdout);
    });
  },
});
