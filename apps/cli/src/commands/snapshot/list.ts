import { ours } from "../../output/fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { readSnapshot } from "./snapshot-folder.ts";

export const snapshotList: AnyVerb = verb<JsonOptions>({
  words: "snapshot list",
  args: "<folder>",
  summary: "list the jobs that a snapshot holds",
  details: "Needs no tenant and no network.",
  example: "graph-sync snapshot list ./provisioning",
  options: (command) =>
    addJsonOption(command, ours(["app", "servicePrincipalId", "jobId", "templateId", "schedule", "mappings"])),
  async run({ args: [folder = ""], options, surroundings }) {
    const { jobs } = await readSnapshot(folder);
    const value = jobs.map(({ app, job, schema }) => ({
      app: app.displayName,
      servicePrincipalId: app.id,
      jobId: job.id,
      templateId: job.templateId ?? null,
      schedule: job.schedule?.state ?? null,
      mappings: (schema?.synchronizationRules ?? [])
        .flatMap(({ objectMappings }) => objectMappings ?? [])
        .reduce((sum, { attributeMappings }) => sum + (attributeMappings ?? []).length, 0),
    }));
    const rows = value.map(({ app, jobId, templateId, schedule, mappings }) => [
      plain(app),
      plain(jobId),
      plain(templateId),
      plain(schedule),
      String(mappings),
    ]);
    const text = (): Promise<string> => columns(["APP", "JOB", "TEMPLATE", "SCHEDULE", "ATTRIBUTE MAPPINGS"], rows);
    await show({ value, text }, options, surroundings.stdout);
  },
});
