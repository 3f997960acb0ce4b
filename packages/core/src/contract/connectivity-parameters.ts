import type { Collection } from "../model/collection.ts";
import type { ConnectivityParameterEntry } from "../model/connectivity-parameter.ts";
import type { OnRoot, WithBody } from "./inputs.ts";
import { maskedKeys } from "./masked.ts";
import type { Operation } from "./operation.ts";

/**
 * The successor of the secrets, named by their deprecation. It has no page; Microsoft's validation of gallery apps reads it and
 * lives with a failure.
 */
export const listConnectivityParameters: Operation<
  "connectivityParameters.list",
  OnRoot,
  Collection<ConnectivityParameterEntry>
> = {
  id: "connectivityParameters.list",
  method: "GET",
  path: "/{root}/{id}/synchronization/connectivityParameters",
  repeat: "safe",
  status: 200,
  keep: "never",
  roots: ["servicePrincipals"],
  versions: ["beta"],
  evidence: "used-by-clients",
};

/**
 * Changes connectivity parameters. The permissions reference lists it; its body is not documented yet.
 */
export const updateConnectivityParameters: Operation<"connectivityParameters.update", OnRoot & WithBody<object>, void> =
  {
    id: "connectivityParameters.update",
    method: "PATCH",
    path: "/{root}/{id}/synchronization/connectivityParameters",
    repeat: "idempotent",
    status: 204,
    invalidates: ["connectivityParameters.list", "synchronization.get", "secrets.list", "jobs.list", "jobs.get"],
    roots: ["servicePrincipals"],
    versions: ["beta"],
    evidence: "metadata-only",
    fault: maskedKeys,
  };
