import { type Client, isGraphServiceError } from "@graph-sync/core";
import { accessToken, type TokenOptions } from "../connection/access-token.ts";
import { openClient, type TransportName } from "../connection/open-client.ts";
import { printed, serviceAddress } from "../connection/service-address.ts";
import { type Attempt, explain, notGraph } from "../errors/explain.ts";
import { Failure } from "../errors/failure.ts";
import { notFound } from "../errors/not-found.ts";
import { report } from "../errors/report.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
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

/** Reads the synchronization object of an app and prints it. @throws Failure */
export async function get(options: GetOptions, surroundings: Surroundings): Promise<ExitCode> {
  const app = chosenApp(options);
  const address = serviceAddress(options.baseUrl);
  const credential = await accessToken(options, surroundings);
  const client = await openClient(address, options.transport, credential, surroundings);
  const attempt: Attempt = { address, app, tokenFrom: credential.from };
  try {
    const reading = await read(client, attempt, options, surroundings);
    for (const note of reading.notes) surroundings.stderr.write(`${plainLine(note)}\n`);
    return options.json === true
      ? printJson(reading, surroundings)
      : await printOverview(reading, attempt, options, surroundings);
  } catch (error) {
    throw explain(error, attempt);
  } finally {
    await client.close();
  }
}

/** A person gets jobs, templates and secret keys whatever they asked for; a program gets what it asked for. */
async function read(client: Client, attempt: Attempt, options: GetOptions, { signal }: Surroundings): Promise<Reading> {
  const { app, address } = attempt;
  const { synchronization } =
    app.kind === "application" ? client.applications(app.id) : client.servicePrincipals(app.id);
  const asked =
    options.json === true
      ? { expand: options.expand ?? [], wanted: options.expand ?? [], signal }
      : { expand: options.expand ?? (["jobs", "templates"] as const), wanted: parts, signal };
  try {
    return await readSynchronization(synchronization, asked);
  } catch (error) {
    if (!isGraphServiceError(error) || error.status !== 404) throw error;
    // Graph's own 404 has a code in its body.
    throw error.code === undefined
      ? new Failure(exitCodes.notFound, error.message, notGraph(address), { cause: error })
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
  attempt: Attempt,
  options: GetOptions,
  { stdout, stderr, now }: Surroundings,
): Promise<ExitCode> {
  const { overview } = await import("../output/overview.ts");
  const text = overview({
    subject: `${attempt.app.kind} ${attempt.app.id}`,
    source: `${printed(attempt.address)} over ${options.transport}, with the token in ${attempt.tokenFrom}`,
    synchronization,
    unread: Object.fromEntries([...failed].map(([part, error]) => [part, error.message])),
    now: now(),
  });
  stdout.write(text);
  const [error] = failed.values();
  if (error === undefined) return exitCodes.ok;
  const message = `Not everything could be read: ${[...failed.keys()].join(", ")}.`;
  report(new Failure(exitCodes.failed, message, explain(error, attempt).hint), stderr);
  return exitCodes.failed;
}
