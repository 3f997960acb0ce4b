import { resourceNotFound } from "../http/graph-fault.ts";
import { applicationType, directoryObjectType, servicePrincipalType, userType } from "../odata/directory-types.ts";
import { linkedObjects } from "../directory/links.ts";
import { instantiate } from "../directory/new-app.ts";
import { findUser } from "../directory/users.ts";
import { appsIn, findApp, type App } from "../store/apps.ts";
import { textIn } from "./body-members.ts";
import type { Built } from "./handler.ts";

export const listServicePrincipals: Built<"servicePrincipals.list"> = {
  kind: "collection",
  type: servicePrincipalType,
  handle: async ({ db }) => ({ value: await appsIn(db, "service_principals") }),
};

export const listApplications: Built<"applications.list"> = {
  kind: "collection",
  type: applicationType,
  handle: async ({ db }) => ({ value: await appsIn(db, "applications") }),
};

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

export const listServicePrincipalOwners: Built<"servicePrincipals.owners"> = {
  kind: "collection",
  type: directoryObjectType,
  context: "directoryObjects",
  async handle(call) {
    const id = call.param("servicePrincipalId");
    const app = found(await findApp(call.db, "service_principals", { id }), id);
    return { value: await linkedObjects(call, app.id, "owners") };
  },
};

/** The template of an app of one's own; of the gallery, the emulator has nothing. */
const customTemplate = "8adf8e6e-67b2-4cf2-a259-e3dc5476c621";

export const instantiateApplicationTemplate: Built<"applicationTemplates.instantiate"> = {
  kind: "entity",
  context: "microsoft.graph.applicationServicePrincipal",
  async handle({ db, param, body, clock }) {
    const id = param("applicationTemplateId");
    if (id.toLowerCase() !== customTemplate) throw resourceNotFound(id);
    const displayName = textIn(await body(), "displayName");
    return db
      .transaction()
      .execute((transaction) =>
        instantiate(transaction, { displayName, applicationTemplateId: customTemplate }, clock.now()),
      );
  },
};

export const getUser: Built<"users.get"> = {
  kind: "entity",
  type: userType,
  async handle(call) {
    const user = await findUser(call.db, call.param("userId"));
    if (user === undefined) throw resourceNotFound(call.param("userId"));
    if (!call.expand.has("manager")) return user;
    const [manager] = await linkedObjects(call, user.id, "manager");
    return { ...user, ...(manager !== undefined && { manager }) };
  },
};

function found(app: App | undefined, key: string): App {
  if (app === undefined) throw resourceNotFound(key);
  return app;
}
