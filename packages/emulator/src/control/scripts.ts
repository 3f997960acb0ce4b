import { isJsonObject, type JsonObject, type SynchronizationStatus } from "@graph-sync/core";
import { knowOnly, objectIfIn, objectsIfIn, textIfIn, textIn } from "../handlers/body-members.ts";
import { badRequest, faultStatuses } from "../http/graph-fault.ts";
import type { ObjectConnectionRow } from "../database/tables.ts";
import type { LogEntry } from "../store/provisioning-log.ts";
import type { ScriptedAnswer } from "../store/scripted-answers.ts";
import type { ScriptedState } from "../store/script-job.ts";
import { tenantId } from "../tenant.ts";
import { missing } from "./script-body.ts";

const states: readonly string[] = ["Active", "Disabled", "Paused"];
const codes: readonly string[] = ["NotConfigured", "NotRun", "Active", "Paused", "Quarantine"];

const objects = [
  "quarantine",
  "lastExecution",
  "lastSuccessfulExecution",
  "lastSuccessfulExecutionWithExports",
] as const satisfies readonly (keyof SynchronizationStatus)[];
const lists = ["progress", "synchronizedEntryCountByType"] as const satisfies readonly (keyof SynchronizationStatus)[];

const mostEntries = 10_000;

/** What a script sets of a job: members of `schedule` and `status` as the service prints them, and the watermark. */
export function readState(body: JsonObject): ScriptedState {
  knowOnly(body, ["schedule", "status", "watermark"]);
  const schedule = objectIfIn(body, "schedule") ?? {};
  const status = objectIfIn(body, "status") ?? {};
  oneOf(schedule, "state", states, "schedule");
  oneOf(status, "code", codes, "status");
  for (const name of ["interval", "expiration"]) textIfIn(schedule, name);
  for (const name of objects) objectIfIn(status, name);
  for (const name of lists) objectsIfIn(status, name);
  const watermark = "watermark" in body ? (textIfIn(body, "watermark") ?? null) : undefined;
  return { schedule, status, watermark };
}

/** A link that a job keeps; of a user unless told. */
export function readLink(body: JsonObject): Omit<ObjectConnectionRow, "job_id"> {
  knowOnly(body, ["sourceAnchor", "targetAnchor", "objectTypeName", "displayName"]);
  return {
    source_anchor: textIn(body, "sourceAnchor"),
    target_anchor: textIn(body, "targetAnchor"),
    object_type_name: textIfIn(body, "objectTypeName") ?? "User",
    display_name: textIfIn(body, "displayName") ?? null,
  };
}

/** Entries of the provisioning log, with what they lack of their identity. */
export function readEntries(body: JsonObject, now: number): readonly LogEntry[] {
  knowOnly(body, ["value"]);
  const entries = objectsIfIn(body, "value") ?? missing("value");
  if (entries.length > mostEntries) throw badRequest(`No more than ${mostEntries} entries are added at once.`);
  return entries.map((entry) => readEntry(entry, now));
}

function readEntry(entry: JsonObject, now: number): LogEntry {
  const activityDateTime = textIfIn(entry, "activityDateTime") ?? new Date(now).toISOString();
  if (Number.isNaN(Date.parse(activityDateTime))) throw badRequest("The property 'activityDateTime' must be a time.");
  return { tenantId, ...entry, id: textIfIn(entry, "id") ?? crypto.randomUUID(), activityDateTime };
}

/**
 * An answer for the next request to provision on demand: `{ key, value }`, each a text or what is to be printed as JSON in
 * a text, or `{ status, code, message }` for an error.
 */
export function readAnswer(body: JsonObject): ScriptedAnswer {
  if (!("status" in body)) {
    knowOnly(body, ["key", "value"]);
    return { answer: { key: printed(body, "key"), value: printed(body, "value") } };
  }
  knowOnly(body, ["status", "code", "message"]);
  const status = faultStatuses.find((one) => one === body["status"]);
  if (status === undefined) throw badRequest(`The property 'status' must be one of ${faultStatuses.join(", ")}.`);
  return { status, code: textIn(body, "code"), message: textIfIn(body, "message") ?? "" };
}

function printed(body: JsonObject, name: string): string {
  const value = body[name];
  if (isJsonObject(value) || Array.isArray(value)) return JSON.stringify(value);
  return textIn(body, name);
}

function oneOf(body: JsonObject, name: string, known: readonly string[], of: string): void {
  if (!(name in body) || known.some((one) => one === body[name])) return;
  throw badRequest(`The property '${of}.${name}' must be one of ${known.join(", ")}.`);
}
