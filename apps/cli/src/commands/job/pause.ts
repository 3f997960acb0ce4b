import { type AnyVerb, verb } from "../../verb.ts";
import { addChangeOptions, changeJob, type ChangeOptions } from "./change-job.ts";

export const jobPause: AnyVerb = verb<ChangeOptions>({
  words: "job pause",
  args: "<app>",
  summary: "pause a job; its progress is kept",
  details: "A cycle that runs is finished first. job start lets it go on where it stopped.",
  example: "graph-sync job pause Quillnote",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.pause"],
  options: addChangeOptions,
  run: ({ args: [word = ""], options, surroundings }) =>
    changeJob(word, options, surroundings, {
      words: "job pause",
      act: (job, call) => job.pause(call),
      done: "is paused",
    }),
});
