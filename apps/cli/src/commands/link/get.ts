import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { linkFields } from "../../output/graph-fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, facts, type JsonOptions, show } from "../../output/records.ts";
import { addJobOption, type JobOptions, resolveJob } from "../../target/resolve-job.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { betaOnly } from "./beta-only.ts";

interface GetOptions extends ConnectionOptions, JsonOptions, JobOptions {}

export const linkGet: AnyVerb = verb<GetOptions>({
  words: "link get",
  args: "<app> <id>",
  summary: "show which object of the target a job has linked to an object (beta)",
  details: "<id> is the id of the object in the source or in the target. Needs a --base-url that ends in /beta.",
  example: "graph-sync link get Quillnote <user id> --base-url https://graph.microsoft.com/beta",
  needs: ["servicePrincipals.list", "jobs.list", "objectConnections.get"],
  options(command) {
    addJobOption(command);
    addConnectionOptions(command);
    addJsonOption(command, linkFields);
  },
  async run({ args: [word = "", objectId = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "link get" }, async (session) => {
      betaOnly(session);
      const { id, synchronization } = await resolveJob(session, word, options);
      const value = await synchronization.jobs(id).objectConnections(objectId).get(session.call);
      const { sourceAnchor, targetAnchor, objectTypeName, displayName } = value;
      const text = (): Promise<string> =>
        facts(`Link of ${plain(objectId)}`, [
          ["source", plain(sourceAnchor)],
          ["target", plain(targetAnchor)],
          ["type", plain(objectTypeName)],
          ["name", plain(displayName)],
        ]);
      await show({ value, text }, options, surroundings.stdout);
    });
  },
});
