import { resourceNotFound } from "../http/graph-fault.ts";
import { applicationType, directoryObjectType, servicePrincipalType, userType } from "../odata/directory-types.ts";
import { withManagers, withOwners } from "../directory/expanded.ts";
import { linkedObjects } from "../directory/links.ts";
import { instantiate } from "../directory/new-app.ts";
import { findUser } from "../directory/users.ts";
import { appsIn, findApp, type App, type AppKey, type AppTable } from "../store/apps.ts";
import { textIn } from "./body-members.ts";
import type { AnyCall, Built } from "./handler.ts";

export const listServicePrincipals: Built<"servicePrincipals.list"> = {
  kind: "collection",
  type: servicePrincipalType,
  handle: async (call) => ({ value: await withOwners(call, await appsIn(call.db, "service_principals")) }),
};

export const listApplications: Built<"applications.list"> = {
  kind: "collection",
  type: applicationType,
  handle: async (call) => ({ value: await withOwners(call, await appsIn(call.db, "applications")) }),
};

export const getServicePrincipal: Built<"servicePrincipals.get"> = {
  kind: "entity",
  type: servicePrincipalType,
  handle: (call) => foundApp(call, "service_principals", { id: call.param("servicePrincipalId") }),
};

export const getServicePrincipalByAppId: Built<"servicePrincipals.getByAppId"> = {
  kind: "entity",
  type: servicePrincipalType,
  handle: (call) => foundApp(call, "service_principals", { appId: call.param("appId") }),
};

export const getApplication: Built<"applications.get"> = {
  kind: "entity",
  type: applicationType,
  handle: (call) => foundApp(call, "applications", { id: call.param("applicationId") }),
};

export const getApplicationByAppId: Built<"applications.getByAppId"> = {
  kind: "entity",
  type: applicationType,
  handle: (call) => foundApp(call, "applications", { appId: call.param("appId") }),
};

export const listServicePrincipalOwners: Built<"servicePrincipals.owners"> = {
  kind: "collection",
  type: directoryObjectType,
  context: "directoryObjects",
  async handle(call) {
    const { id } = await foundApp(call, "service_principals", { id: call.param("servicePrincipalId") });
    return { value: await linkedObjects(call, id, "owners") };
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
    const [answered = user] = await withManagers(call, [user]);
    return answered;
  },
};

/** The app with this key and what is expanded of it; 404 where there is none. */
async function foundApp(call: Pick<AnyCall, "db" | "expand">, table: AppTable, key: AppKey): Promise<App> {
  const app = await findApp(call.db, table, key);
  if (app === undefined) throw resourceNotFound("id" in key ? key.id : key.appId);
  const [answered = app] = await withOwners(call, [app]);
  return answered;
}
