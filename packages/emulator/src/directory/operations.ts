import type { OperationInfo } from "@graph-sync/core";
import type { Entry } from "../handlers/handler.ts";
import { addAssignment, listAssignments, removeAssignment } from "./app-role-assignments.ts";
import {
  appOf,
  createApplication,
  createServicePrincipal,
  deleteApplication,
  deleteServicePrincipal,
  updateApplication,
  updateServicePrincipal,
} from "./apps.ts";
import { eraseDeletedItem, getDeletedItem, restoreDeletedItem } from "./deleted-items.ts";
import { groupRules, groups } from "./groups.ts";
import { addLinked, type FromObject, getLinked, listLinked, removeLinked, setLinked } from "./links.ts";
import { objectOf } from "./objects.ts";
import { userRules, users } from "./users.ts";

/** An operation on the directory that provisioning reads from; it is not in the contract of the synchronization API. */
export interface DirectoryOperation extends Pick<OperationInfo, "id" | "method" | "path" | "status"> {
  readonly entry: Entry;
}

const user: FromObject = async (call) => (await objectOf(userRules, call)).id;
const group: FromObject = async (call) => (await objectOf(groupRules, call)).id;
const application: FromObject = async (call) => (await appOf(call, "applications", "applicationId")).id;
const app: FromObject = async (call) => (await appOf(call, "service_principals", "servicePrincipalId")).id;

/**
 * What a program needs to prepare a tenant for provisioning: the calls of Microsoft's own validation of gallery apps, and
 * those of its tutorials.
 */
export const directoryOperations: readonly DirectoryOperation[] = [
  row("GET", "/users", users.list),
  row("POST", "/users", users.create),
  row("PATCH", "/users/{userId}", users.update),
  row("DELETE", "/users/{userId}", users.remove),
  row("GET", "/users/{userId}/manager", getLinked(user, "manager")),
  row("PUT", "/users/{userId}/manager/$ref", setLinked(user, "manager")),
  row("DELETE", "/users/{userId}/manager/$ref", removeLinked(user, "manager")),
  ...assignments("/users/{userId}", user),
  row("GET", "/groups", groups.list),
  row("POST", "/groups", groups.create),
  row("GET", "/groups/{groupId}", groups.get),
  row("PATCH", "/groups/{groupId}", groups.update),
  row("DELETE", "/groups/{groupId}", groups.remove),
  row("GET", "/groups/{groupId}/members", listLinked(group, "members")),
  row("POST", "/groups/{groupId}/members/$ref", addLinked(group, "members")),
  row("DELETE", "/groups/{groupId}/members/{memberId}/$ref", removeLinked(group, "members", "memberId")),
  ...assignments("/groups/{groupId}", group),
  row("POST", "/applications", createApplication),
  row("PATCH", "/applications/{applicationId}", updateApplication),
  row("DELETE", "/applications/{applicationId}", deleteApplication),
  row("GET", "/applications/{applicationId}/owners", listLinked(application, "owners")),
  row("POST", "/applications/{applicationId}/owners/$ref", addLinked(application, "owners")),
  row("DELETE", "/applications/{applicationId}/owners/{ownerId}/$ref", removeLinked(application, "owners", "ownerId")),
  row("POST", "/servicePrincipals", createServicePrincipal),
  row("PATCH", "/servicePrincipals/{servicePrincipalId}", updateServicePrincipal),
  row("DELETE", "/servicePrincipals/{servicePrincipalId}", deleteServicePrincipal),
  row("POST", "/servicePrincipals/{servicePrincipalId}/owners/$ref", addLinked(app, "owners")),
  row(
    "DELETE",
    "/servicePrincipals/{servicePrincipalId}/owners/{ownerId}/$ref",
    removeLinked(app, "owners", "ownerId"),
  ),
  ...assignments("/servicePrincipals/{servicePrincipalId}", app),
  row("GET", "/servicePrincipals/{servicePrincipalId}/appRoleAssignedTo", listAssignments(app, "resource_id")),
  row("POST", "/servicePrincipals/{servicePrincipalId}/appRoleAssignedTo", addAssignment(app, "resource_id")),
  row("DELETE", "/servicePrincipals/{servicePrincipalId}/appRoleAssignedTo/{assignmentId}", removeAssignment(app)),
  row("GET", "/directory/deletedItems/{objectId}", getDeletedItem),
  row("POST", "/directory/deletedItems/{objectId}/restore", restoreDeletedItem, 200),
  row("DELETE", "/directory/deletedItems/{objectId}", eraseDeletedItem),
];

/** The assignments of a principal to apps. */
function assignments(path: string, from: FromObject): readonly DirectoryOperation[] {
  return [
    row("GET", `${path}/appRoleAssignments`, listAssignments(from, "principal_id")),
    row("POST", `${path}/appRoleAssignments`, addAssignment(from, "principal_id")),
    row("DELETE", `${path}/appRoleAssignments/{assignmentId}`, removeAssignment(from)),
  ];
}

/** Unless told, a POST makes something, and what answers nothing says so. */
function row(
  method: DirectoryOperation["method"],
  path: string,
  entry: Entry,
  status: number = entry.kind === "nothing" ? 204 : method === "POST" ? 201 : 200,
): DirectoryOperation {
  return { id: `${method} ${path}`, method, path, status, entry };
}
