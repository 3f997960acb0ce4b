import { interval } from "./interval.ts";
import { member } from "./member.ts";
import { isNever, moment } from "./moment.ts";
import { plain } from "./plain.ts";

/** Labels and the words beside them. */
type Rows = readonly (readonly [string, string])[];

/** What a person wants to know of a job, as pairs of a label and its words. */
export function jobRows(job: unknown, now: number): Rows {
  const status = member(job, "status");
  const quarantined = quarantine(status, now);
  // The failure that led into quarantine is mostly the last one, and is told once.
  const told = quarantined.map(([, words]) => words);
  return [
    ["template", plain(member(job, "templateId")) || "(none)"],
    ["schedule", schedule(member(job, "schedule"), now)],
    ["status", plain(member(status, "code")) || "(not told)"],
    ...lastRun(member(status, "lastExecution"), now).filter(([, words]) => !told.includes(words)),
    ...quarantined,
  ];
}

function schedule(value: unknown, now: number): string {
  const expiration = member(value, "expiration");
  const words = [
    plain(member(value, "state")),
    interval(member(value, "interval")),
    isNever(expiration) ? "" : `until ${moment(expiration, now)}`,
  ];
  return words.filter((word) => word !== "").join(", ") || "(not told)";
}

/**
 * A job that was started and has not run yet has a record of zeros that says `Failed`; its times tell that it is none.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationtaskexecution
 */
function lastRun(execution: unknown, now: number): Rows {
  const times = [member(execution, "timeEnded"), member(execution, "timeBegan")];
  const time = times.find((each) => !isNever(each));
  if (time === undefined) return [["last run", "never"]];
  const state = plain(member(execution, "state"));
  const error = fault(member(execution, "error"));
  return [
    ["last run", `${moment(time, now)}${state === "" ? "" : `, ${state}`}`],
    ...(error === "" ? [] : [["", error] as const]),
  ];
}

/** `code: message`, or what there is of it. The code `None` means that there is no error. */
function fault(error: unknown): string {
  const code = plain(member(error, "code"));
  const message = plain(member(error, "message"));
  return [code === "None" ? "" : code, message].filter((word) => word !== "").join(": ");
}

/** Documented examples have a quarantine object of empty texts in jobs that are in none. */
function quarantine(status: unknown, now: number): Rows {
  const value = member(status, "quarantine");
  const reason = plain(member(value, "reason"));
  if (reason === "" && member(status, "code") !== "Quarantine") return [];
  const began = member(value, "seriesBegan");
  const since = isNever(began) ? member(value, "currentBegan") : began;
  const next = member(value, "nextAttempt");
  const said = fault(member(value, "error"));
  return [
    ["quarantine", reason || "(no reason told)"],
    ...(said === "" ? [] : [["", said] as const]),
    ...(isNever(since) ? [] : [["since", moment(since, now)] as const]),
    ...(isNever(next) ? [] : [["next try", moment(next, now)] as const]),
  ];
}
