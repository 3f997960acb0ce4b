import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { plain } from "../../output/plain.ts";
import { addSecretOption, givenSecrets, type SecretOptions } from "../../secrets/given-secret.ts";
import { nextSecrets, readSecrets } from "../../secrets/secret-set.ts";
import { addJobOption, type JobOptions, resolveJob } from "../../target/resolve-job.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface CheckOptions extends ConnectionOptions, JobOptions, SecretOptions {}

export const secretCheck: AnyVerb = verb<CheckOptions>({
  words: "secret check",
  needs: ["servicePrincipals.list", "jobs.list", "secrets.list", "jobs.validateCredentials"],
  args: "<app>",
  summary: "try credentials against the target, and save nothing",
  details:
    "The saved ones; with --secret those instead, together with what the service shows of the saved ones.\n" +
    "Ends with 1 and the service's reason where they do not work.",
  failsWhen: "the target refuses the credentials",
  example: "graph-sync secret check Quillnote --secret SecretToken=env:NEW_TOKEN",
  options(command) {
    addSecretOption(command);
    addJobOption(command);
    addConnectionOptions(command);
  },
  async run({ args: [word = ""], options, surroundings }) {
    const given = await givenSecrets(options, surroundings);
    await inSession(options, surroundings, { words: "secret check" }, async (session) => {
      const { id, app, synchronization } = await resolveJob(session, word, options);
      const body =
        given.size === 0
          ? { useSavedCredentials: true }
          : { credentials: nextSecrets({ current: await readSecrets(session, app), changes: given }) };
      await synchronization.jobs(id).validateCredentials(body, session.call);
      const which = given.size === 0 ? "the saved credentials" : "these credentials, which are not saved";
      surroundings.stdout.write(`${plain(app.displayName)}: job ${plain(id)} reaches its target with ${which}.\n`);
    });
  },
});
