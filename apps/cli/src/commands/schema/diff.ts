import type { SynchronizationSchema } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { exitCodes } from "../../exit-codes.ts";
import { type Members, ours } from "../../output/fields.ts";
import type { DiscreetSurroundings } from "../../output/discreet.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { answered, readSchema, usable } from "../../schema/read-schema.ts";
import { isLive, resolveSchema } from "../../schema/resolve-schema.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface DiffOptions extends ConnectionOptions, JsonOptions {
  readonly portable?: boolean;
  readonly exitStatus?: boolean;
}

/** What a change is to a program. */
export const changeFields: Members = ours(["kind", "what", "place", "member", "from", "to"], {
  before: "any",
  after: "any",
});

export const schemaDiff: AnyVerb = verb<DiffOptions>({
  words: "schema diff",
  args: "<a> <b>",
  summary: "show what is different in the second schema",
  details:
    "<a> and <b> are files, job:<app>[/<jobId>] or template:<app>/<templateId>. Two files need no tenant and no network. " +
    "Rules, mappings and attributes are compared by name; what means nothing to the service is left out.",
  failsWhen: "with --exit-status there is a difference",
  example:
    "graph-sync schema diff before.json after.yaml\ngraph-sync schema diff template:Quillnote/scim job:Quillnote --exit-status",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get"],
  options(command) {
    command
      .option("--portable", "leave out what belongs to one tenant")
      .option("--exit-status", "end with 1 where there is a difference");
    addConnectionOptions(command);
    addJsonOption(command, changeFields);
  },
  async run({ args: [a = "", b = ""], options, surroundings }) {
    const { diff, formatChanges } = await import("@graph-sync/schema");
    const [before, after] = await bothOf([a, b], options, surroundings);
    const changes = await answered("The answer", () => diff(before, after));
    const text = (): Promise<string> => Promise.resolve(formatChanges(changes));
    await show({ value: changes, text }, options, surroundings.stdout);
    return options.exitStatus === true && changes.length > 0 ? exitCodes.failed : exitCodes.ok;
  },
});

/** The two schemas; a client is opened only where one of them is at the service. */
async function bothOf(
  [a, b]: readonly [string, string],
  options: DiffOptions,
  surroundings: DiscreetSurroundings,
): Promise<readonly [SynchronizationSchema, SynchronizationSchema]> {
  const found = new Map<string, SynchronizationSchema>();
  const words = [a, b].filter(isLive);
  // Files first: what is wrong with them is known before anything is sent.
  for (const path of new Set([a, b].filter((word) => !isLive(word)))) {
    found.set(path, (await readSchema(path, surroundings)).schema);
  }
  if (words.length > 0) {
    await inSession(options, surroundings, { words: "schema diff" }, async (session) => {
      for (const word of words) {
        const { client } = await resolveSchema(session, word);
        found.set(word, await client.get(undefined, session.call));
      }
    });
  }
  const { toPortable } = await import("@graph-sync/schema");
  const one = async (word: string): Promise<SynchronizationSchema> => {
    // Each of the two is there by now.
    const schema = found.get(word) ?? {};
    if (options.portable !== true) return schema;
    const { id: _, ...portable } = await usable(word, () => toPortable(schema).schema);
    return portable;
  };
  return [await one(a), await one(b)];
}
