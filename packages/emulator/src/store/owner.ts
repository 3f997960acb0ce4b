import type { Root } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { prepared } from "../database/prepared.ts";
import type { Tables } from "../database/tables.ts";

/** The app that a request is about. Its application and its service principal have one `synchronization` object. */
export interface Owner {
  readonly appId: string;
  /** Absent for an application that is not installed in the tenant: it has templates, but no jobs and no secrets. */
  readonly servicePrincipalId: string | undefined;
  /** The id of the `synchronization` object: the service principal's, or the application's where there is none. */
  readonly synchronizationId: string;
}

/** Finds the app by the object id of either root. An appId is not an object id, and finds nothing. */
export async function findOwner(db: Kysely<Tables>, root: Root, id: string): Promise<Owner | undefined> {
  const objectId = id.toLowerCase();
  if (root === "servicePrincipals") {
    const [row] = await servicePrincipals(db, { objectId });
    return row && { appId: row.app_id, servicePrincipalId: objectId, synchronizationId: objectId };
  }
  const [row] = await applications(db, { objectId });
  if (row === undefined) return undefined;
  const servicePrincipalId = row.service_principal_id ?? undefined;
  return { appId: row.app_id, servicePrincipalId, synchronizationId: servicePrincipalId ?? objectId };
}

// Nearly every request asks one of these two first.
const servicePrincipals = prepared((db, parameter: (name: "objectId") => string) =>
  db.selectFrom("service_principals").select("app_id").where("id", "=", parameter("objectId")),
);

const applications = prepared((db, parameter: (name: "objectId") => string) =>
  db
    .selectFrom("applications")
    .leftJoin("service_principals", "service_principals.app_id", "applications.app_id")
    .select(["applications.app_id", "service_principals.id as service_principal_id"])
    .where("applications.id", "=", parameter("objectId")),
);
