import { isQuarantined } from "@graph-sync/core";
import { inSession } from "../../connection/session.ts";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { plain } from "../../output/plain.ts";
import { resolveJob } from "../../target/resolve-job.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addChangeOptions, type ChangeOptions } from "../job/change-job.ts";
import { adviceOn } from "./reasons.ts";

export const quarantineRelease: AnyVerb = verb<ChangeOptions>({
  words: "quarantine release",
  args: "<app>",
  summary: "lift the quarantine of a job, whose cause is mended",
  details:
    "It starts the job, which goes on where it stopped. A job that is in no quarantine is left alone, and one that holds back\n" +
    "deletions is refused: those must be decided on first.",
  example: "graph-sync quarantine release Harborline",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.get", "jobs.start"],
  options: addChangeOptions,
  async run({ args: [word = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "quarantine release" }, async (session) => {
      const { id, app, synchronization } = await resolveJob(session, word, options);
      const job = synchronization.jobs(id);
      const found = await job.get(undefined, session.call);
      const title = `${plain(app.displayName)}: job ${plain(id)}`;
      if (!isQuarantined(found)) return void surroundings.stdout.write(`${title} is in no quarantine.\n`);
      const reason = found.status?.quarantine?.reason;
      if (reason === "TooManyDeletes") {
        throw new Refusal(
          exitCodes.failed,
          `${title} holds back deletions, and is not released.`,
          adviceOn(reason).todo,
        );
      }
      await job.start(session.call);
      surroundings.stdout.write(`${title} is released, and starts again. If its cause is not mended, it comes back.\n`);
    });
  },
});
