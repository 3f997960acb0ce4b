import type { Application } from "../model/application.ts";
import type { Collection } from "../model/collection.ts";
import type { ServicePrincipal } from "../model/service-principal.ts";
import { unwrapEntity } from "./envelope.ts";
import type { WithAppId, WithBody, WithCollectionQuery, WithEntityQuery } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/** The object id of an application; not its appId. */
export interface WithApplication {
  /** The object id, never the appId. */
  readonly applicationId: string;
}

/**
 * The app registrations of the tenant.
 * https://learn.microsoft.com/graph/api/application-list
 */
export const listApplications: Operation<
  "applications.list",
  WithCollectionQuery<Application, "owners">,
  Collection<Application>
> = {
  id: "applications.list",
  method: "GET",
  path: "/applications",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * One app registration.
 * https://learn.microsoft.com/graph/api/application-get
 */
export const getApplication: Operation<
  "applications.get",
  WithApplication & WithEntityQuery<Application, "owners">,
  Application
> = {
  id: "applications.get",
  method: "GET",
  path: "/applications/{applicationId}",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * The app registration with this appId.
 * https://learn.microsoft.com/graph/api/application-get
 */
export const getApplicationByAppId: Operation<
  "applications.getByAppId",
  WithAppId & WithEntityQuery<Application, "owners">,
  Application
> = {
  id: "applications.getByAppId",
  method: "GET",
  path: "/applications(appId='{appId}')",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
  read: unwrapEntity,
};

/** The id of an app of the gallery; `8adf8e6e-67b2-4cf2-a259-e3dc5476c621` is the one for an app of one's own. */
export interface WithApplicationTemplate {
  /** A GUID of the gallery, or the one for an app that is not in it. */
  readonly applicationTemplateId: string;
}

/** The app that was made, with its two halves. */
export interface InstantiatedApplication {
  /** The app registration that was made. */
  readonly application?: Application | null;
  /**
   * The service principal that was made; `id` is what synchronization takes. Other replicas may not have it for a
   * while.
   */
  readonly servicePrincipal?: ServicePrincipal | null;
}

/**
 * Adds an app from the gallery to the tenant. A repeated call makes a second app; the new one may not be readable for minutes.
 * https://learn.microsoft.com/graph/api/applicationtemplate-instantiate
 */
export const instantiateApplicationTemplate: Operation<
  "applicationTemplates.instantiate",
  WithApplicationTemplate & WithBody<{ readonly displayName: string }>,
  InstantiatedApplication
> = {
  id: "applicationTemplates.instantiate",
  method: "POST",
  path: "/applicationTemplates/{applicationTemplateId}/instantiate",
  repeat: "never",
  status: 201,
  invalidates: ["applications.list", "servicePrincipals.list"],
  evidence: "documented",
};
