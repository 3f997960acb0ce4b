import { type Client, isNotFound } from "@graph-sync/core";
import { accessToken, type TokenOptions } from "../connection/access-token.ts";
import { openClient, type TransportName } from "../connection/open-client.ts";
import { printed, serviceAddress } from "../connection/service-address.ts";
import { type CommandContext, explain, notGraph } from "../errors/explain.ts";
import { Refusal } from "../errors/refusal.ts";
import { notFound } from "../errors/not-found.ts";
import { report } from "../errors/report.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import { json } from "../output/json.ts";
import { plainLine } from "../output/plain.ts";
import type { Surroundings } from "../surroundings.ts";
import { type AppOptions, chosenApp } from "./app.ts";
import { findByAppId } from "./find-by-app-id.ts";
import { type Expandable, parts, readSynchronization, type Reading } from "./read-synchronization.ts";

export interface GetOptions extends AppOptions, TokenOptions {
  readonly expand?: readonly Expandable[];
  readonly baseUrl?: string;
  readonly transport: TransportName;
  readonly json?: boolean;
}

/** Reads the synchronization object of an app and prints it. @throws Refusal */
export async function get(options: GetOptions, surroundings: DiscreetSurroundings): Promise<ExitCode> {
  const app = chosenApp(options);
  const address = serviceAddress(options.baseUrl);
  const credential = await accessToken(options, surroundings);
  surroundings.hide(credential.token);
  const client = await openClient(address, options.transport, credential, surroundings);
  const context: CommandContext = { address, app, tokenFrom: credential.from };
  try {
    const reading = await read(client, context, options, surroundings);
    for (const note of reading.notes) surroundings.stderr.write(`${plainLine(note)}\n`);
    return options.json === true
      ? printJson(reading, surroundings)
      : await printOverview(reading, context, options, surroundings);
  } catch (error) {
    throw explain(error, context);
  } finally {
    await client.close();
  }
}

/** A person gets jobs, templates and secret keys whatever they asked for; a program gets what it asked for. */
async function read(
  client: Client,
  context: CommandContext,
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
  context: CommandContext,
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
