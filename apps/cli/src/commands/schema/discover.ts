import { type DirectoryDefinition, parseFlags } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { changeFields } from "./diff.ts";
import { counted } from "../../output/counted.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { nameOf, resolveSchema, schemaWords } from "../../schema/resolve-schema.ts";
import { answered } from "../../schema/read-schema.ts";
import { withoutContext } from "../../schema/without-context.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addDryRunOption, type DryRunOptions } from "../../writing/dry-run.ts";

interface DiscoverOptions extends ConnectionOptions, JsonOptions, DryRunOptions {
  readonly directory?: string;
}

export const schemaDiscover: AnyVerb = verb<DiscoverOptions>({
  words: "schema discover",
  args: "<schema>",
  summary: "ask the target which attributes it has, and take them into the schema",
  details: `${schemaWords} Nothing is mapped by it; what came is printed.`,
  example: "graph-sync schema discover Quillnote",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get", "jobs.schema.directories.discover"],
  options(command) {
    command.option("--directory <name>", "which directory, by name or id, where several can be asked");
    addDryRunOption(command);
    addConnectionOptions(command);
    addJsonOption(command, changeFields);
  },
  async run({ args: [word = ""], options, surroundings }) {
    const { diff, formatChanges } = await import("@graph-sync/schema");
    await inSession(options, surroundings, { words: "schema discover" }, async (session) => {
      const live = await resolveSchema(session, word);
      const { directories } = await live.client.get(undefined, session.call);
      const before = chosen(directories ?? [], options.directory);
      const told = await live.client.directories(before.id ?? "").discover(session.call);
      const after = withoutContext(told);
      const changes = await answered("The answer", () => diff({ directories: [before] }, { directories: [after] }));
      const came = changes.length === 0 ? "nothing new" : counted(changes.length, "change");
      const text = (): Promise<string> =>
        Promise.resolve(`${nameOf(live)}: ${plain(before.name)} tells ${came}.\n${formatChanges(changes)}`);
      await show({ value: changes, text }, options, surroundings.stdout);
    });
  },
});

/** The directory of that name or id, or the only one that can tell of its schema. */
function chosen(directories: readonly DirectoryDefinition[], word: string | undefined): DirectoryDefinition {
  const found =
    word === undefined
      ? directories.filter(({ discoverabilities }) => parseFlags(discoverabilities).length > 0)
      : directories.filter(({ id, name }) => id === word || name === word);
  const [only] = found;
  if (only?.id !== undefined && found.length === 1) return only;
  const names = directories.map(({ name }) => plain(name)).join(", ");
  throw new Refusal(
    exitCodes.usage,
    word === undefined
      ? `${found.length === 0 ? "None" : "Several"} of the directories can tell of its schema: ${names}.`
      : `The schema has no directory ${plain(word)}: it has ${names}.`,
    "Say which with --directory.",
  );
}
