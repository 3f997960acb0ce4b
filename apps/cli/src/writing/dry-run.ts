import { definePlugin, type GraphRequest, type Plugin } from "@graph-sync/core";
import type { Command } from "commander";
import { json } from "../output/json.ts";

/** Of every verb that changes something. */
export interface DryRunOptions {
  readonly dryRun?: boolean;
}

export function addDryRunOption(command: Command): void {
  command.option("--dry-run", "read what is needed, print the request that would change something, and send it not");
}

/** Ends a verb at its first write. Not an error: it is how far `--dry-run` goes. */
export class DryRun extends Error {
  override readonly name = "DryRun";
  /** The request, for people. */
  readonly printed: string;

  constructor({ method, url, operation, body }: GraphRequest) {
    super("a dry run");
    const shown = body === undefined ? "" : shownBody(operation.id, body);
    this.printed = `Nothing was changed. Without --dry-run this would be sent:\n\n${method} ${url}\n${shown}`;
  }
}

/** Lets reads pass and holds every write back, above retries and tokens. */
export function dryRun(): Plugin {
  return definePlugin({
    name: "dry-run",
    slot: "observe",
    install: (next) => (request) => {
      if (request.operation.repeat === "safe") return next(request);
      throw new DryRun(request);
    },
  });
}

/** Operations whose body holds credentials: their keys are shown, their values are not. */
const secretive = /^secrets\.|[vV]alidateCredentials$|acquireAccessToken$|^connectivityParameters\./;

/** Nobody knows what the body of a request holds that is no operation of ours. */
function shownBody(operation: string, body: string): string {
  return operation === "request"
    ? `(a body of ${body.length} characters, not shown)\n`
    : withoutValues(operation, body);
}

function withoutValues(operation: string, body: string): string {
  const value: unknown = JSON.parse(body, (key, member: unknown) =>
    secretive.test(operation) && key === "value" && typeof member === "string" ? "(not shown)" : member,
  );
  return json(value);
}
