import { type OperationId, type OperationInfo } from "@graph-sync/core";
import { milliseconds } from "./cache-options.ts";

/**
 * How long answers are given out, in milliseconds; 0 for not at all. By the contract's class, and by an operation's id
 * where one of them is different. What the contract says is never kept cannot be made to be.
 */
export interface Lifetimes extends Readonly<Partial<Record<OperationId, number>>> {
  /** What an administrator changes, such as schemas and apps; five minutes unless told, templates and functions four hours. */
  readonly stable?: number;
  /** What changes by itself, such as the status of a job; five seconds unless told, logs 0. */
  readonly changing?: number;
}

const minuteMs = 60_000;

const byClass = { stable: 5 * minuteMs, changing: 5_000 } as const;

/** What only a release of a connector changes, and what is never the same twice. */
const byOperation: ReadonlyMap<string, number> = new Map([
  ...[
    "templates.list",
    "templates.get",
    "templates.schema.functions",
    "templates.schema.filterOperators",
    "jobs.schema.functions",
    "jobs.schema.filterOperators",
  ].map((id) => [id, 240 * minuteMs] as const),
  ["provisioningLogs.list", 0],
]);

/** Lifetimes by class or operation id, checked. */
export type LifetimeTable = ReadonlyMap<string, number>;

/** The lifetime of the answers of a GET that may be kept: what was told first, an operation before its class. */
export function lifetimeOf(id: OperationInfo["id"], keep: "stable" | "changing", told: LifetimeTable): number {
  return told.get(id) ?? told.get(keep) ?? byOperation.get(id) ?? byClass[keep];
}

/** @throws InvalidRequestError */
export function checkLifetimes(lifetimes: Lifetimes): LifetimeTable {
  for (const [name, value] of Object.entries(lifetimes)) milliseconds(`lifetimesMs.${name}`, value);
  return new Map(Object.entries(lifetimes));
}
