import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { ours } from "../../output/fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, facts, type JsonOptions, show } from "../../output/records.ts";
import { readSecrets } from "../../secrets/secret-set.ts";
import { type Settings, settingsIn } from "../../secrets/settings.ts";
import { resolveApp } from "../../target/resolve-app.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface GetOptions extends ConnectionOptions, JsonOptions {}

export const settingsGet: AnyVerb = verb<GetOptions>({
  words: "settings get",
  needs: ["servicePrincipals.list", "secrets.list"],
  args: "<app>",
  summary: "show who is in scope, who is told of trouble, and how deletions are held back",
  example: "graph-sync settings get Quillnote",
  options(command) {
    addConnectionOptions(command);
    addJsonOption(
      command,
      ours(["scope", "skipOutOfScopeDeletions"], {
        notify: ours(["enabled", "recipients"]),
        deleteThreshold: ours(["enabled", "value"]),
      }),
    );
  },
  async run({ args: [word = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "settings get" }, async (session) => {
      const app = await resolveApp(session, word);
      const value = settingsIn(await readSecrets(session, app));
      await show({ value, text: () => facts(plain(app.displayName), rowsOf(value)) }, options, surroundings.stdout);
    });
  },
});

const unset = "(not set)";

function rowsOf(settings: Settings): readonly (readonly [string, string])[] {
  const { scope, notify, deleteThreshold, skipOutOfScopeDeletions } = settings;
  const scopes = { all: "all users and groups", assigned: "only users and groups assigned to the app" };
  return [
    ["sync scope", scope === null ? unset : scopes[scope]],
    ["notification mail", onOff(notify.enabled, plain(notify.recipients))],
    [
      "delete threshold",
      onOff(deleteThreshold.enabled, deleteThreshold.value === null ? "" : `${deleteThreshold.value}`),
    ],
    ["who leaves the scope", skipOutOfScopeDeletions === true ? "is left as it is" : "is deprovisioned"],
  ];
}

function onOff(enabled: boolean | null, value: string): string {
  if (enabled === null) return unset;
  if (!enabled) return value === "" ? "off" : `off (${value})`;
  return value === "" ? "on" : value;
}
