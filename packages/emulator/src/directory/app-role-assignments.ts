import type { Kysely } from "kysely";
import { inTransaction } from "../database/in-transaction.ts";
import type { AppRoleAssignmentRow, Tables } from "../database/tables.ts";
import { textIn } from "../handlers/body-members.ts";
import type { Entry, ListEntry } from "../handlers/handler.ts";
import { badRequest, resourceNotFound } from "../http/graph-fault.ts";
import { appRoleAssignmentType } from "../odata/directory-types.ts";
import { assign, assignmentsOf, unassign } from "../store/app-role-assignments.ts";
import { findApp } from "../store/apps.ts";
import { findAnyObject } from "./any-object.ts";
import { directoryFault } from "./faults.ts";
import type { FromObject } from "./links.ts";

/** The role of an app that has none. */
const defaultRole = "00000000-0000-0000-0000-000000000000";

type End = "principal_id" | "resource_id";
const bodyName = { principal_id: "principalId", resource_id: "resourceId" } as const;

/** The assignments with this object at one end. */
export function listAssignments(from: FromObject, end: End): ListEntry {
  return {
    kind: "collection",
    type: appRoleAssignmentType,
    async handle(call) {
      const rows = await assignmentsOf(call.db, end, await from(call));
      return { value: await Promise.all(rows.map((row) => assignmentOf(call.db, row))) };
    },
  };
}

/**
 * Assigns a principal to a role of an app.
 * https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignedto
 */
export function addAssignment(from: FromObject, end: End): Entry {
  return {
    kind: "entity",
    type: appRoleAssignmentType,
    async handle(call) {
      const here = await from(call);
      const body = await call.body();
      const row = {
        id: crypto.randomUUID(),
        principal_id: textIn(body, "principalId").toLowerCase(),
        resource_id: textIn(body, "resourceId").toLowerCase(),
        app_role_id: textIn(body, "appRoleId").toLowerCase(),
        created_at: new Date(call.clock.now()).toISOString(),
      };
      if (row[end] !== here)
        throw badRequest(`The property '${bodyName[end]}' must be the id in the address, '${here}'.`);
      return call.db.transaction().execute(async (transaction) => {
        const principal = await findAnyObject(transaction, row.principal_id);
        if (principal === undefined) throw resourceNotFound(row.principal_id);
        await requireRole(transaction, row);
        const assigned = { ...row, principal_type: typeOf(principal["@odata.type"]) };
        if (!(await assign(transaction, assigned))) {
          throw directoryFault("Permission being assigned already exists on the object");
        }
        return assignmentOf(transaction, assigned);
      });
    },
  };
}

/** Takes an assignment back, from either end. */
export function removeAssignment(from: FromObject): Entry {
  return {
    kind: "nothing",
    async handle(call) {
      const id = call.param("assignmentId").toLowerCase();
      const removed = await inTransaction(call, async (inside) => unassign(inside.db, id, await from(inside)));
      if (!removed) throw resourceNotFound(id);
    },
  };
}

async function requireRole(
  db: Kysely<Tables>,
  { resource_id, app_role_id }: Pick<AppRoleAssignmentRow, "resource_id" | "app_role_id">,
): Promise<void> {
  const resource = await findApp(db, "service_principals", { id: resource_id });
  if (resource === undefined) throw resourceNotFound(resource_id);
  const roles: readonly unknown[] = Array.isArray(resource["appRoles"]) ? resource["appRoles"] : [];
  const ids = roles.map((role) => (typeof role === "object" && role !== null && "id" in role ? role.id : undefined));
  if (ids.includes(app_role_id) || (ids.length === 0 && app_role_id === defaultRole)) return;
  throw directoryFault("Permission being assigned was not found on application");
}

async function assignmentOf(db: Kysely<Tables>, row: AppRoleAssignmentRow): Promise<object> {
  const principal = await findAnyObject(db, row.principal_id);
  const resource = await findApp(db, "service_principals", { id: row.resource_id });
  return {
    id: row.id,
    deletedDateTime: null,
    appRoleId: row.app_role_id,
    createdDateTime: row.created_at,
    principalDisplayName: principal?.["displayName"] ?? null,
    principalId: row.principal_id,
    principalType: row.principal_type,
    resourceDisplayName: resource?.displayName ?? null,
    resourceId: row.resource_id,
  };
}

function typeOf(odataType: string): AppRoleAssignmentRow["principal_type"] {
  if (odataType.endsWith(".user")) return "User";
  return odataType.endsWith(".group") ? "Group" : "ServicePrincipal";
}
