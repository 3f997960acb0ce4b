import { addConnectionOptions } from "../../connection/connection-options.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addJobOption } from "../../target/resolve-job.ts";
import { changeJob, type ChangeOptions } from "./change-job.ts";

export const jobValidate: AnyVerb = verb<ChangeOptions>({
  words: "job validate",
  args: "<app>",
  summary: "try the saved credentials against the target",
  details: "What the portal calls Test Connection. Ends with 1 and the service's reason where they do not work.",
  failsWhen: "the target refuses the saved credentials",
  example: "graph-sync job validate Quillnote",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.validateCredentials"],
  options(command) {
    addJobOption(command);
    addConnectionOptions(command);
  },
  run: ({ args: [word = ""], options, surroundings }) =>
    changeJob(word, options, surroundings, {
      words: "job validate",
      act: (job, call) => job.validateCredentials({ useSavedCredentials: true }, call),
      done: "reaches its target with the saved credentials",
    }),
});
