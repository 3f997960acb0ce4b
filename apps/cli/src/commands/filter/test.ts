import type { ScopingFilter } from "@graph-sync/expressions";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession, type Session } from "../../connection/session.ts";
import { Refusal } from "../../errors/refusal.ts";
import { type ExitCode, exitCodes } from "../../exit-codes.ts";
import {
  addTriedObjectOptions,
  givenObject,
  type TriedObjectOptions,
  userObject,
} from "../../expressions/tried-object.ts";
import { addObjectOption, type ObjectOptions } from "../../mappings/object-mappings.ts";
import { attributesOf, liveFilter, readFilterFile } from "../../mappings/read-filter.ts";
import { ours } from "../../output/fields.ts";
import type { DiscreetSurroundings } from "../../output/discreet.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { isLive } from "../../schema/resolve-schema.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface TestOptions extends ConnectionOptions, JsonOptions, ObjectOptions, TriedObjectOptions {
  readonly exitStatus?: boolean;
}

export const filterTest: AnyVerb = verb<TestOptions>({
  words: "filter test",
  args: "<filter>",
  summary: "tell whether an object is in scope, and why",
  details:
    "<filter> is a JSON file with a scoping filter, or with a whole schema; or job:<app>[/<jobId>], or template:<app>/<templateId>.\n" +
    "The object is JSON as Graph answers it, or a user of the directory. With a file and --input it works without a tenant. With\n" +
    "--exit-status it ends with 1 where the object is out of scope. It says nothing of assignment to the app, which counts as well.",
  failsWhen: "with --exit-status the object is out of scope",
  example:
    "graph-sync filter test schema.json --object User --input ada.json\n" +
    "graph-sync filter test job:Quillnote --object User --user ada@contoso.com",
  needs: ["users.get", "servicePrincipals.list", "jobs.list", "jobs.schema.get"],
  options(command) {
    addTriedObjectOptions(command);
    command.option("--exit-status", "end with 1 where it is out of scope");
    addObjectOption(command);
    addConnectionOptions(command);
    addJsonOption(command, ours(["inScope", "leaving", "explanation"], { groups: "any", inputFilterGroups: "any" }));
  },
  async run({ args: [word = ""], options, surroundings }): Promise<ExitCode> {
    if (options.user === undefined && options.input === undefined) {
      throw new Refusal(
        exitCodes.usage,
        "Say for which object.",
        "--input <file> is one in a file, --user <id> a user.",
      );
    }
    if (isLive(word) || options.user !== undefined) {
      const work = (session: Session): Promise<ExitCode> => tested(word, options, surroundings, session);
      return (await inSession(options, surroundings, { words: "filter test" }, work)) ?? exitCodes.ok;
    }
    return tested(word, options, surroundings);
  },
});

/** With a session where the filter or the object is at the service. */
async function tested(
  word: string,
  options: TestOptions,
  surroundings: DiscreetSurroundings,
  session?: Session,
): Promise<ExitCode> {
  const filter: ScopingFilter =
    session !== undefined && isLive(word)
      ? await liveFilter(session, word, options)
      : await readFilterFile(word, options, surroundings);
  const attributes =
    session !== undefined && options.user !== undefined
      ? await userObject(session, options.user, attributesOf(filter), surroundings)
      : await givenObject(options, surroundings);
  const { evaluateFilter } = await import("@graph-sync/expressions/scope");
  const value = evaluateFilter(filter, attributes);
  const lines = value.explanation.split("\n").map((line) => `${plain(line)}\n`);
  await show({ value, text: async () => lines.join("") }, options, surroundings.stdout);
  return options.exitStatus === true && !value.inScope ? exitCodes.failed : exitCodes.ok;
}
