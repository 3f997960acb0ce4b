import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { addSaveOptions, saveSecrets, type SaveOptions } from "../../secrets/save-secrets.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const secretSet: AnyVerb = verb<SaveOptions>({
  words: "secret set",
  needs: ["servicePrincipals.list", "secrets.list", "jobs.list", "secrets.replace", "jobs.validateCredentials"],
  args: "<app>",
  summary: "save credentials of an app, and try them",
  details:
    "The service replaces the whole set: keys that it shows are kept, and the value of each one that it hides is needed\n" +
    "again. Nothing is sent while one is missing. Then the saved credentials are tried against the target.",
  failsWhen: "it is saved, but the target refuses the credentials",
  example:
    "graph-sync secret set Quillnote --secret SecretToken=env:QUILLNOTE_TOKEN\n" +
    "pass quillnote | graph-sync secret set Quillnote --secret SecretToken=-",
  options: addSaveOptions,
  async run({ args: [word = ""], options, surroundings }) {
    const keys = (options.secret ?? []).length;
    if (keys === 0) {
      throw new Refusal(
        exitCodes.usage,
        "There is nothing to save.",
        "Say --secret KEY=env:NAME, file:F or -; graph-sync secret list shows the keys of an app.",
      );
    }
    await saveSecrets(word, options, surroundings, {
      words: "secret set",
      changes: () => new Map(),
      done: `${keys} ${keys === 1 ? "value is" : "values are"} saved, the others are as they were`,
    });
  },
});
