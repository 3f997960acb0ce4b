import type { Collection } from "../model/collection.ts";
import type { DirectoryObject } from "../model/directory-object.ts";
import type { ServicePrincipal } from "../model/service-principal.ts";
import { unwrapEntity } from "./envelope.ts";
import type { WithAppId, WithCollectionQuery, WithEntityQuery } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/** The object id of a service principal. */
export interface WithServicePrincipal {
  /** The object id, never the appId. */
  readonly servicePrincipalId: string;
}

/**
 * The service principals of the tenant; filter by `displayName` or `appId` to find an app.
 * https://learn.microsoft.com/graph/api/serviceprincipal-list
 */
export const listServicePrincipals: Operation<
  "servicePrincipals.list",
  WithCollectionQuery<ServicePrincipal, "owners">,
  Collection<ServicePrincipal>
> = {
  id: "servicePrincipals.list",
  method: "GET",
  path: "/servicePrincipals",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * One service principal.
 * https://learn.microsoft.com/graph/api/serviceprincipal-get
 */
export const getServicePrincipal: Operation<
  "servicePrincipals.get",
  WithServicePrincipal & WithEntityQuery<ServicePrincipal, "owners">,
  ServicePrincipal
> = {
  id: "servicePrincipals.get",
  method: "GET",
  path: "/servicePrincipals/{servicePrincipalId}",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * The service principal of an app by the appId. The synchronization operations take object ids only, so this comes first.
 * https://learn.microsoft.com/graph/api/serviceprincipal-get
 */
export const getServicePrincipalByAppId: Operation<
  "servicePrincipals.getByAppId",
  WithAppId & WithEntityQuery<ServicePrincipal, "owners">,
  ServicePrincipal
> = {
  id: "servicePrincipals.getByAppId",
  method: "GET",
  path: "/servicePrincipals(appId='{appId}')",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
  read: unwrapEntity,
};

/**
 * Who owns a service principal. Owning the app registration is not owning the service principal.
 * https://learn.microsoft.com/graph/api/serviceprincipal-list-owners
 */
export const listServicePrincipalOwners: Operation<
  "servicePrincipals.owners",
  WithServicePrincipal & WithCollectionQuery<DirectoryObject>,
  Collection<DirectoryObject>
> = {
  id: "servicePrincipals.owners",
  method: "GET",
  path: "/servicePrincipals/{servicePrincipalId}/owners",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};
