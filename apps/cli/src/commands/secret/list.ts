import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { ours } from "../../output/fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { isHidden, readSecrets } from "../../secrets/secret-set.ts";
import { resolveApp } from "../../target/resolve-app.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface ListOptions extends ConnectionOptions, JsonOptions {}

export const secretList: AnyVerb = verb<ListOptions>({
  words: "secret list",
  needs: ["servicePrincipals.list", "secrets.list"],
  args: "<app>",
  summary: "list the credentials and settings of an app",
  details: "Secret values are never shown; in JSON their value is null and hidden is true.",
  example: "graph-sync secret list Quillnote",
  options(command) {
    addConnectionOptions(command);
    addJsonOption(command, ours(["key", "value", "hidden"]));
  },
  async run({ args: [word = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "secret list" }, async (session) => {
      const secrets = await readSecrets(session, await resolveApp(session, word));
      const value = secrets.map((pair) => {
        const hidden = isHidden(pair);
        return { key: pair.key, value: hidden ? null : (pair.value ?? null), hidden };
      });
      const rows = value.map(({ key, value: text, hidden }) => [plain(key), hidden ? "(set, hidden)" : plain(text)]);
      await show({ value, text: () => columns(["KEY", "VALUE"], rows) }, options, surroundings.stdout);
    });
  },
});
