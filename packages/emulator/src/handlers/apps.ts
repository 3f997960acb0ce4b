import { resourceNotFound } from "../http/graph-fault.ts";
import { applicationType, servicePrincipalType } from "../odata/entity-type.ts";
import { findApp, type App } from "../store/apps.ts";
import type { Built } from "./handler.ts";

export const getServicePrincipal: Built<"servicePrincipals.get"> = {
  kind: "entity",
  type: servicePrincipalType,
  async handle({ db, param }) {
    const id = param("servicePrincipalId");
    return found(await findApp(db, "service_principals", { id }), id);
  },
};

export const getServicePrincipalByAppId: Built<"servicePrincipals.getByAppId"> = {
  kind: "entity",
  type: servicePrincipalType,
  async handle({ db, param }) {
    const appId = param("appId");
    return found(await findApp(db, "service_principals", { appId }), appId);
  },
};

export const getApplication: Built<"applications.get"> = {
  kind: "entity",
  type: applicationType,
  async handle({ db, param }) {
    const id = param("applicationId");
    return found(await findApp(db, "applications", { id }), id);
  },
};

export const getApplicationByAppId: Built<"applications.getByAppId"> = {
  kind: "entity",
  type: applicationType,
  async handle({ db, param }) {
    const appId = param("appId");
    return found(await findApp(db, "applications", { appId }), appId);
  },
};

function found(app: App | undefined, key: string): App {
  if (app === undefined) throw resourceNotFound(key);
  return app;
}
