import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { plain } from "../../output/plain.ts";
import { addSaveOptions, saveSecrets, type SaveOptions } from "../../secrets/save-secrets.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addConfirmOption, confirm, type ConfirmOptions } from "../../writing/confirm.ts";

interface UnsetOptions extends SaveOptions, ConfirmOptions {}

export const secretUnset: AnyVerb = verb<UnsetOptions>({
  words: "secret unset",
  needs: ["servicePrincipals.list", "secrets.list", "jobs.list", "secrets.replace", "jobs.validateCredentials"],
  args: "<app> <key>",
  summary: "remove a credential or setting of an app",
  details: "As with secret set, the value of each other key that the service hides is needed. Asks first.",
  failsWhen: "it is saved, but the target refuses the credentials",
  example: "graph-sync secret unset Quillnote SyncAll --secret SecretToken=file:token.txt --yes",
  options(command) {
    addConfirmOption(command);
    addSaveOptions(command);
  },
  run: ({ args: [word = "", key = ""], options, surroundings }) =>
    saveSecrets(word, options, surroundings, {
      words: "secret unset",
      async changes(current, app) {
        if (!current.some((pair) => pair.key === key)) {
          throw new Refusal(
            exitCodes.notFound,
            `${plain(app.displayName)} has no key of that name.`,
            `Its keys are: ${current.map((pair) => plain(pair.key)).join(", ")}.`,
          );
        }
        await confirm(`Remove ${plain(key)} of ${plain(app.displayName)}?`, options, surroundings);
        return new Map([[key, undefined]]);
      },
      done: `${plain(key)} is removed`,
    }),
});
