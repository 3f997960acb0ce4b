import { type AnyVerb, verb } from "../../verb.ts";
import { addChangeOptions, changeJob, type ChangeOptions } from "./change-job.ts";

export const jobStart: AnyVerb = verb<ChangeOptions>({
  words: "job start",
  args: "<app>",
  summary: "start a job, or let a paused one go on",
  details:
    "A quarantine is cleared. Do not start a running job again and again: the service may stop it (Graph reference).",
  example: "graph-sync job start Quillnote",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.start"],
  options: addChangeOptions,
  run: ({ args: [word = ""], options, surroundings }) =>
    changeJob(word, options, surroundings, {
      words: "job start",
      act: (job, call) => job.start(call),
      done: "is started",
    }),
});
