import type { ObjectConnection } from "../model/object-connection.ts";
import type { OnRoot, WithJob } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/** The id of an object in the source or in the target; it is looked up in the source first. */
export interface WithObject {
  /** Of the source, or of the target. */
  readonly objectId: string;
}

/**
 * Which object of the target a job has linked to an object of the source. Public preview, global cloud only.
 * https://learn.microsoft.com/entra/identity/app-provisioning/manage-object-connections
 */
export const getObjectConnection: Operation<"objectConnections.get", OnRoot & WithJob & WithObject, ObjectConnection> =
  {
    id: "objectConnections.get",
    method: "GET",
    path: "/{root}/{id}/synchronization/jobs/{jobId}/objectConnections/{objectId}",
    repeat: "safe",
    status: 200,
    keep: "changing",
    roots: ["servicePrincipals"],
    versions: ["beta"],
    evidence: "documented",
  };

/**
 * Breaks such a link; 204 also where there is none. 409 while the job is active: pause it first.
 * https://learn.microsoft.com/entra/identity/app-provisioning/manage-object-connections
 */
export const deleteObjectConnection: Operation<"objectConnections.delete", OnRoot & WithJob & WithObject, void> = {
  id: "objectConnections.delete",
  method: "DELETE",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/objectConnections/{objectId}",
  repeat: "idempotent",
  status: 204,
  invalidates: ["objectConnections.get"],
  roots: ["servicePrincipals"],
  versions: ["beta"],
  evidence: "documented",
};
