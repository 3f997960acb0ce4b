import { plain } from "../../output/plain.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addConfirmOption, confirm, type ConfirmOptions } from "../../writing/confirm.ts";
import { addChangeOptions, changeJob, type ChangeOptions } from "./change-job.ts";

interface DeleteOptions extends ChangeOptions, ConfirmOptions {}

export const jobDelete: AnyVerb = verb<DeleteOptions>({
  words: "job delete",
  args: "<app>",
  summary: "delete a job with all its state",
  details: "The accounts that it made stay as they are. Asks first; without a terminal it needs --yes.",
  example: "graph-sync job delete Quillnote --yes",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.delete"],
  options(command) {
    addConfirmOption(command);
    addChangeOptions(command);
  },
  run: ({ args: [word = ""], options, surroundings }) =>
    changeJob(word, options, surroundings, {
      words: "job delete",
      before: ({ id, app }) =>
        confirm(`Delete job ${plain(id)} of ${plain(app.displayName)} and all its state?`, options, surroundings),
      act: (job, call) => job.delete(call),
      done: "is deleted",
    }),
});
