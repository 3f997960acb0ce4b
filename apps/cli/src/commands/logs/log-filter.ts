import { odata, odataString } from "@graph-sync/core";
import { type Command, Option } from "commander";
import type { ConnectionOptions } from "../../connection/connection-options.ts";
import type { Session } from "../../connection/session.ts";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { momentOption } from "../../moment-option.ts";
import { isGuid } from "../../target/guid.ts";
import { resolveApp } from "../../target/resolve-app.ts";

/** Which entries of the provisioning logs a verb is about. */
export interface LogFilterOptions extends ConnectionOptions {
  readonly job?: string;
  readonly user?: string;
  readonly status?: string;
  readonly action?: string;
  readonly since?: string;
  readonly until?: string;
}

const statuses = ["success", "failure", "skipped", "warning"];
const actions = ["create", "update", "delete", "disable", "stagedDelete", "other"];

export function addLogFilterOptions(command: Command): void {
  command
    .option("--job <id>", "only entries of this job")
    .option("--user <name or id>", "only entries of this object of the source: its id, or its display name")
    .addOption(new Option("--status <status>", "only entries that ended so").choices(statuses))
    .addOption(new Option("--action <action>", "only entries of this action").choices(actions))
    .option("--since <moment>", "only entries from then on: 24h (that long ago), 2026-05-06, 2026-05-06T07:08:09Z");
}

export function addUntilOption(command: Command): void {
  command.option("--until <moment>", "only entries before then");
}

/** From when and until when, ISO 8601 in UTC; undefined where that is open. */
export interface Period {
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/**
 * Reads `--since` and `--until`, before anything is sent. `sinceLength` is how far back a verb looks that is not told.
 * @throws Refusal for a moment that is none, and for a period without a length: nothing would ever be in it
 */
export function periodOf({ since, until }: LogFilterOptions, now: number, sinceLength?: string): Period {
  const from = since ?? sinceLength;
  const period = {
    since: from === undefined ? undefined : momentOption("--since", from, now),
    until: until === undefined ? undefined : momentOption("--until", until, now),
  };
  if (period.since === undefined || period.until === undefined || period.since < period.until) return period;
  throw new Refusal(
    exitCodes.usage,
    `--until is ${period.until}, and that is not after ${period.since}, from which on entries are asked for.`,
    since === undefined ? "Say --since as well." : "Are the two the wrong way round?",
  );
}

/** What is asked for besides the time from which on; "" for everything. */
export async function logFilter(
  session: Session,
  word: string | undefined,
  { job, user, status, action }: LogFilterOptions,
  until?: string,
): Promise<string> {
  const app = word === undefined ? undefined : await resolveApp(session, word);
  return allOf([
    app === undefined ? "" : odata`servicePrincipal/id eq ${app.id}`,
    job === undefined ? "" : odata`jobId eq ${job}`,
    user === undefined ? "" : sourceIs(user),
    status === undefined ? "" : inBothCases("provisioningStatusInfo/status", status),
    action === undefined ? "" : inBothCases("provisioningAction", action),
    until === undefined ? "" : `activityDateTime lt ${until}`,
  ]);
}

/** Entries that pass all of these; an empty one lets everything pass. */
export function allOf(clauses: readonly string[]): string {
  return clauses.filter((clause) => clause !== "").join(" and ");
}

export function from(moment: string | undefined): string {
  return moment === undefined ? "" : `activityDateTime ge ${moment}`;
}

function sourceIs(user: string): string {
  return isGuid(user) ? odata`sourceIdentity/id eq ${user}` : odata`sourceIdentity/displayName eq ${user}`;
}

/** Filters of the logs are case-sensitive, and entries of both spellings exist: `create` and `Create`. */
function inBothCases(property: string, word: string): string {
  const upper = word.charAt(0).toUpperCase() + word.slice(1);
  return `(${property} eq ${odataString(word)} or ${property} eq ${odataString(upper)})`;
}
