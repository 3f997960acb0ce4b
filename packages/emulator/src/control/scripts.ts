import { isJsonObject, type JsonObject } from "@graph-sync/core";
import { objectIfIn, textIfIn, textIn } from "../handlers/body-members.ts";
import { badRequest, faultStatuses } from "../http/graph-fault.ts";
import type { LogEntry } from "../store/provisioning-log.ts";
import type { ScriptedAnswer } from "../store/scripted-answers.ts";
import type { ScriptedState } from "../store/script-job.ts";
import { tenantId } from "../tenant.ts";
import { knowOnly } from "./script-body.ts";

const states: readonly string[] = ["Active", "Disabled", "Paused"];
const codes: readonly string[] = ["NotConfigured", "NotRun", "Active", "Paused", "Quarantine"];

/** What a script sets of a job: members of `schedule` and `status` as the service prints them, and the watermark. */
export function readState(body: JsonObject): ScriptedState {
  knowOnly(body, ["schedule", "status", "watermark"]);
  const schedule = objectIfIn(body, "schedule") ?? {};
  const status = objectIfIn(body, "status") ?? {};
  oneOf(textIfIn(schedule, "state"), states, "schedule.state");
  oneOf(textIfIn(status, "code"), codes, "status.code");
  objectIfIn(status, "quarantine");
  objectIfIn(status, "lastExecution");
  const watermark = "watermark" in body ? (textIfIn(body, "watermark") ?? null) : undefined;
  return { schedule, status, watermark };
}

/** An entry of the provisioning log, with what it lacks of its identity. */
export function readEntry(entry: JsonObject, now: number): LogEntry {
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

function oneOf(value: string | undefined, known: readonly string[], name: string): void {
  if (value === undefined || known.includes(value)) return;
  throw badRequest(`The property '${name}' must be one of ${known.join(", ")}.`);
}
