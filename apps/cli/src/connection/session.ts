import type { CallOptions, Client } from "@graph-sync/core";
import type { App } from "../target/chosen-app.ts";
import { explain } from "../errors/explain.ts";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import { DryRun, dryRun, type DryRunOptions } from "../writing/dry-run.ts";
import { connection } from "./connection.ts";
import type { ConnectionOptions } from "./connection-options.ts";
import { openClient } from "./open-client.ts";
import type { ServiceAddress } from "./service-address.ts";
import type { TokenClaims } from "./token-claims.ts";

/** What a verb that talks to the service works with. */
export interface Session {
  readonly client: Client;
  /** Of every call: Ctrl-C ends it. */
  readonly call: CallOptions & { readonly signal: AbortSignal };
  readonly address: ServiceAddress;
  /** Where the token came from. */
  readonly tokenFrom: string;
  /** The name of the profile that was taken. */
  readonly profile: string | undefined;
  /** What the latest token says of itself. */
  readonly claims: () => TokenClaims | undefined;
}

/** Which verb it is, and what it is about where that is known beforehand. */
export interface Subject {
  readonly words: string;
  readonly app?: App;
  /** It waits for something to happen, and says so itself. */
  readonly follows?: true;
  /** It writes to stdout as it reads, and ends where nobody reads there any more. */
  readonly streams?: boolean;
}

/** What a session looks at of a verb's options. */
type SessionOptions = ConnectionOptions & DryRunOptions & { readonly json?: unknown };

/**
 * Opens a client for one verb, and closes it whatever happens. What goes wrong inside becomes a refusal with a hint; with
 * `--dry-run` the first write is printed instead of sent, and ends the verb. On a terminal it shows that it is at work, but for
 * `--json`.
 * @throws Refusal
 */
export async function inSession<T>(
  options: SessionOptions,
  surroundings: DiscreetSurroundings,
  subject: Subject,
  work: (session: Session) => Promise<T>,
): Promise<T | undefined> {
  const { address, auth, tokenFrom, profile, claims } = await connection(options, surroundings);
  const { progress } = surroundings;
  const silent = options.json !== undefined || subject.follows === true || surroundings.stderr.isTTY !== true;
  const plugins = [...(options.dryRun === true ? [dryRun()] : []), ...(silent ? [] : [progress.plugin])];
  const client = await openClient(address, options.transport, auth, surroundings, plugins);
  const gone = subject.streams === true ? surroundings.readerGone : undefined;
  const signal = gone === undefined ? surroundings.signal : AbortSignal.any([surroundings.signal, gone]);
  const session: Session = { client, call: { signal }, address, tokenFrom, profile, claims };
  try {
    return await (silent ? work(session) : progress.during(() => work(session)));
  } catch (error) {
    if (gone?.aborted === true) return undefined;
    if (error instanceof DryRun) return void surroundings.stdout.write(error.printed);
    throw explain(error, { address, tokenFrom, ...subject });
  } finally {
    await client.close();
  }
}
