import { type Client, isNotFound } from "@graph-sync/core";
import { InvalidArgumentError, Option } from "commander";
import { addConnectionOptions, type ConnectionOptions } from "../connection/connection-options.ts";
import { printed } from "../connection/service-address.ts";
import { inSession } from "../connection/session.ts";
import { type CommandContext, explain, notGraph } from "../errors/explain.ts";
import { notFound } from "../errors/not-found.ts";
import { Refusal } from "../errors/refusal.ts";
import { report } from "../errors/report.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { json } from "../output/json.ts";
import { plainLine } from "../output/plain.ts";
import type { Surroundings } from "../surroundings.ts";
import { type App, type AppOptions, chosenApp } from "../target/chosen-app.ts";
import { findByAppId } from "../target/find-by-app-id.ts";
import { resolveApp } from "../target/resolve-app.ts";
import { type AnyVerb, verb } from "../verb.ts";
import { type Expandable, parts, readSynchronization, type Reading } from "./read-synchronization.ts";

interface GetOptions extends AppOptions, ConnectionOptions {
  readonly expand?: readonly Expandable[];
  readonly json?: boolean;
}

export const get: AnyVerb = verb<GetOptions>({
  words: "get",
  args: "[app]",
  summary: "read and print the synchronization object of an app",
  details:
    "Its jobs with schedule, status and quarantine, its templates and its secret keys.\n" +
    "Name the app by its display name, appId or object id, or by one of the two options.",
  example:
    "graph-sync get Quillnote\n" +
    "GRAPH_SYNC_TOKEN=any graph-sync get --service-principal <object id> --base-url http://127.0.0.1:8787",
  needs: ["servicePrincipals.list", "synchronization.get", "jobs.list", "templates.list", "secrets.list"],
  options(command) {
    command
      .option("--service-principal <id>", "object id of the service principal (enterprise application)")
      .option("--application <id>", "object id of the application (app registration)")
      .addOption(
        new Option("--expand <parts>", "answer these inline: jobs, templates or jobs,templates").argParser(expandable),
      );
    addConnectionOptions(command);
    command.option("--json", "print the object as JSON, as it was read");
  },
  async run({ args: [word], options, surroundings }) {
    const named = word === undefined ? chosenApp(options) : undefined;
    if (named === undefined && (options.servicePrincipal ?? options.application) !== undefined) {
      throw new Refusal(exitCodes.usage, "The app is named twice.", "Say either its name or one of the two options.");
    }
    return inSession(
      options,
      surroundings,
      { words: "get", ...(named === undefined ? {} : { app: named }) },
      async (session) => {
        const app = named ?? chosenApp({ servicePrincipal: (await resolveApp(session, word ?? "")).id });
        const context: GetContext = { ...session, words: "get", app };
        const reading = await read(session.client, context, options, surroundings);
        for (const note of reading.notes) surroundings.stderr.write(`${plainLine(note)}\n`);
        return options.json === true
          ? printJson(reading, surroundings)
          : await printOverview(reading, context, options, surroundings);
      },
    );
  },
});

/** What a hint may name; `get` is always about one app. */
interface GetContext extends CommandContext {
  readonly app: App;
}

const expandables: readonly string[] = ["jobs", "templates"] satisfies readonly Expandable[];

function expandable(list: string): readonly string[] {
  const names = list.split(",").map((name) => name.trim());
  if (names.every((name) => expandables.includes(name))) return [...new Set(names)];
  throw new InvalidArgumentError("Write jobs, templates or jobs,templates.");
}

/** A person gets jobs, templates and secret keys whatever they asked for; a program gets what it asked for. */
async function read(
  client: Client,
  context: GetContext,
  options: GetOptions,
  { signal }: Surroundings,
): Promise<Reading> {
  const { app, address } = context;
  const { synchronization } =
    app.kind === "application" ? client.applications(app.id) : client.servicePrincipals(app.id);
  const asked =
    options.json === true
      ? { expand: options.expand ?? [], wanted: options.expand ?? [], signal }
      : { expand: options.expand ?? (["jobs", "templates"] as const), wanted: parts, signal };
  try {
    return await readSynchronization(synchronization, asked);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    // Graph's own 404 has a code in its body.
    throw error.code === undefined
      ? new Refusal(exitCodes.notFound, error.message, notGraph(address), { cause: error })
      : notFound(app, await findByAppId(client, app, signal), error);
  }
}

/** Half an object would look like a whole one to a program, so it gets all that it asked for, or nothing. */
function printJson({ synchronization, failed }: Reading, { stdout }: Surroundings): ExitCode {
  for (const error of failed.values()) throw error;
  stdout.write(json(synchronization));
  return exitCodes.ok;
}

async function printOverview(
  { synchronization, failed }: Reading,
  context: GetContext,
  options: GetOptions,
  { stdout, stderr, now }: Surroundings,
): Promise<ExitCode> {
  const { overview } = await import("../output/overview.ts");
  const text = overview({
    subject: `${context.app.kind} ${context.app.id}`,
    source: `${printed(context.address)} over ${options.transport}, with the token in ${context.tokenFrom}`,
    synchronization,
    unread: Object.fromEntries([...failed].map(([part, error]) => [part, error.message])),
    now: now(),
  });
  stdout.write(text);
  const [error] = failed.values();
  if (error === undefined) return exitCodes.ok;
  const message = `Not everything could be read: ${[...failed.keys()].join(", ")}.`;
  report(new Refusal(exitCodes.failed, message, explain(error, context).hint), stderr);
  return exitCodes.failed;
}
