import { type GraphServiceError, isGraphServiceError } from "../errors/graph-service-error.ts";
import { customSecurityAttributePermissions, permissions } from "./permissions.ts";
import type { OperationId } from "./table.ts";

/**
 * Says in words what a refusal most likely means and what the operation needs. The service is often mute where a
 * permission is missing: it answers 401 or 403 with `UnknownError` and no message.
 * Of an operation that no page describes it says so, whatever the failure, but for too many requests.
 * @returns undefined where there is nothing to add to what the service says
 */
export function explain(error: unknown): string | undefined {
  if (!isGraphServiceError(error) || !isOperationId(error.operation)) return undefined;
  const needs = `${error.operation} needs ${needsOf(error.operation)}.`;
  switch (error.status) {
    case 401:
      return `${reason401(error)} ${needs}`;
    case 403:
      return `The token is good, but it may not do this. ${needs}`;
    case 429:
      return undefined;
    default:
      return undocumented(error.operation);
  }
}

/** What an operation needs, in words: the least permission of each kind, and what a person needs besides. */
function needsOf(id: OperationId): string {
  const { delegated, application, roles, inferred } = permissions[id];
  const person =
    roles.length === 0 ? "" : `, who also needs one of the roles ${roles.join(", ")}, unless they own the app`;
  const sure = inferred === true ? " (inferred: no page names it)" : "";
  return `${application[0] ?? "nothing"} for an app, or ${delegated[0] ?? "nothing"} for a person${person}${sure}${attributesOf(id)}`;
}

/** The second permission that some schemas need, by what is done to them. */
function attributesOf(id: OperationId): string {
  const kind = /\.schema\.(?:get|(replace|reset))$/.exec(id);
  if (kind === null) return "";
  const [reading, writing] = customSecurityAttributePermissions;
  return `; a schema that maps custom security attributes needs ${kind[1] === undefined ? reading : writing} as well`;
}

function reason401(error: GraphServiceError): string {
  if (error.code === "InvalidAuthenticationToken") return "The token is missing, expired, or not for this service.";
  return "The service does not say why it refuses; a missing permission looks like this.";
}

function undocumented(id: OperationId): string | undefined {
  if (permissions[id].docs !== undefined) return undefined;
  return `${id} is undocumented: no page of Microsoft's describes it, and the service may not have it.`;
}

function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(permissions, id);
}
