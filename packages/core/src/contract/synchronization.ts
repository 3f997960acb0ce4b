import type { Synchronization } from "../model/synchronization.ts";
import type { OnRoot, WithEntityQuery } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/**
 * The container of an app's jobs, templates and secrets.
 *
 * The only page for it is an auto-generated draft, whose example wraps the entity as `{ "value": { … } }`; the SDKs
 * expect the bare entity. Both are read.
 */
export const getSynchronization: Operation<
  "synchronization.get",
  OnRoot & WithEntityQuery<Synchronization, "jobs" | "templates">,
  Synchronization
> = {
  id: "synchronization.get",
  method: "GET",
  path: "/{root}/{id}/synchronization",
  repeat: "safe",
  status: 200,
  keep: "never",
  evidence: "documented",
  read: (json) => ("value" in json && isEntity(json.value) ? json.value : json),
};

/** An entity has only optional members, so any JSON object is one. */
function isEntity(value: unknown): value is Synchronization {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
