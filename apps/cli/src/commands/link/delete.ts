import { inSession } from "../../connection/session.ts";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { plain } from "../../output/plain.ts";
import { resolveJob } from "../../target/resolve-job.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addConfirmOption, confirm, type ConfirmOptions } from "../../writing/confirm.ts";
import { addChangeOptions, type ChangeOptions } from "../job/change-job.ts";
import { betaOnly } from "./beta-only.ts";

interface DeleteOptions extends ChangeOptions, ConfirmOptions {}

export const linkDelete: AnyVerb = verb<DeleteOptions>({
  words: "link delete",
  args: "<app> <id>",
  summary: "break the link between an object and its partner in the target (beta)",
  details:
    "The job must be paused first. Both objects stay; the next cycle matches them anew. Asks first; without a terminal it\n" +
    "needs --yes. Needs a --base-url that ends in /beta.",
  example: "graph-sync link delete Quillnote <user id> --yes --base-url https://graph.microsoft.com/beta",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.get", "objectConnections.delete"],
  options(command) {
    addConfirmOption(command);
    addChangeOptions(command);
  },
  async run({ args: [word = "", objectId = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "link delete" }, async (session) => {
      betaOnly(session);
      const { id, app, synchronization } = await resolveJob(session, word, options);
      const job = synchronization.jobs(id);
      const { schedule } = await job.get(undefined, session.call);
      // The service answers 409 then; https://learn.microsoft.com/entra/identity/app-provisioning/manage-object-connections
      if (schedule?.state === "Active") {
        throw new Refusal(
          exitCodes.failed,
          `${plain(app.displayName)}: job ${plain(id)} is active, and links are broken only while it is not.`,
          `Pause it first: graph-sync job pause ${app.id}`,
        );
      }
      await confirm(`Break the link of ${plain(objectId)} in ${plain(app.displayName)}?`, options, surroundings);
      await job.objectConnections(objectId).delete(session.call);
      surroundings.stdout.write(`${plain(app.displayName)}: the link of ${plain(objectId)} is broken.\n`);
    });
  },
});
