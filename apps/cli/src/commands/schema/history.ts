import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { ours } from "../../output/fields.ts";
import { moment } from "../../output/moment.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { historyOf, keptAt } from "../../schema/history.ts";
import { readSchema } from "../../schema/read-schema.ts";
import { resolveSchema, schemaWords } from "../../schema/resolve-schema.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface HistoryOptions extends ConnectionOptions, JsonOptions {}

export const schemaHistory: AnyVerb = verb<HistoryOptions>({
  words: "schema history",
  args: "<schema>",
  summary: "list the schemas that were replaced from this machine",
  details:
    `${schemaWords} They are kept in schema-history below graph-sync in XDG_STATE_HOME, in LOCALAPPDATA or in ` +
    "~/.local/state, for their owner alone.",
  example: "graph-sync schema history Quillnote",
  needs: ["servicePrincipals.list", "jobs.list"],
  options(command) {
    addConnectionOptions(command);
    addJsonOption(command, ours(["snapshot", "keptAt", "version", "file"]));
  },
  async run({ args: [word = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "schema history" }, async (session) => {
      const history = historyOf(surroundings, session.address, await resolveSchema(session, word));
      const kept = await Promise.all(
        (await history.names()).map(async (snapshot) => {
          const file = history.pathOf(snapshot);
          const { version } = (await readSchema(file, surroundings)).schema;
          return { snapshot, keptAt: new Date(keptAt(snapshot)).toISOString(), version: version ?? null, file };
        }),
      );
      const rows = kept.map(({ snapshot, keptAt, version }) => [
        snapshot,
        moment(keptAt, surroundings.now()),
        plain(version),
      ]);
      const text = (): Promise<string> => columns(["SNAPSHOT", "KEPT", "VERSION"], rows);
      await show({ value: kept, text }, options, surroundings.stdout);
    });
  },
});
