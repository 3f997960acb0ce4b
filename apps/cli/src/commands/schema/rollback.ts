import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { plain } from "../../output/plain.ts";
import { historyOf } from "../../schema/history.ts";
import { readSchema } from "../../schema/read-schema.ts";
import { replaceSchema } from "../../schema/replace-schema.ts";
import { nameOf, resolveSchema, schemaWords } from "../../schema/resolve-schema.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addConfirmOption, type ConfirmOptions } from "../../writing/confirm.ts";
import { addDryRunOption } from "../../writing/dry-run.ts";

interface RollbackOptions extends ConnectionOptions, ConfirmOptions {}

export const schemaRollback: AnyVerb = verb<RollbackOptions>({
  words: "schema rollback",
  args: "<schema> [snapshot]",
  summary: "put a schema back that was replaced from this machine",
  details:
    `${schemaWords} Without a snapshot it is the latest that schema history lists. It shows the tenant, the app and the ` +
    "changes, asks, and keeps the schema that was there, so it can be taken back. Without a terminal it needs --yes.",
  example: "graph-sync schema rollback Quillnote",
  options(command) {
    addConfirmOption(command);
    addDryRunOption(command);
    addConnectionOptions(command);
  },
  async run({ args: [word = "", snapshot], options, surroundings }) {
    await inSession(options, surroundings, { words: "schema rollback" }, async (session) => {
      const live = await resolveSchema(session, word);
      const history = historyOf(surroundings, session.address, live);
      const names = await history.names();
      const name = snapshot === undefined ? names[0] : names.find((each) => each === snapshot);
      if (name === undefined) {
        throw new Refusal(
          exitCodes.notFound,
          snapshot === undefined
            ? `No schema of ${nameOf(live)} was replaced from this machine.`
            : `There is no snapshot ${plain(snapshot)} of ${nameOf(live)}.`,
          "graph-sync schema history <schema> lists what there is.",
        );
      }
      const { schema: desired } = await readSchema(history.pathOf(name), surroundings);
      await replaceSchema(session, { live, desired }, options, surroundings);
    });
  },
});
