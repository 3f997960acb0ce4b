import type { JsonObject } from "@graph-sync/core";
import { inTransaction } from "../database/in-transaction.ts";
import { textIn } from "../handlers/body-members.ts";
import type { AnyCall, Entry } from "../handlers/handler.ts";
import { resourceNotFound } from "../http/graph-fault.ts";
import { applicationType, servicePrincipalType } from "../odata/directory-types.ts";
import { deleteApp, findApp, keepApp, type App, type AppTable } from "../store/apps.ts";
import { directoryFault } from "./faults.ts";
import { install, register } from "./new-app.ts";
import { type BodyRules, membersIn, requireMembers } from "./object-body.ts";

/** https://learn.microsoft.com/graph/api/application-post-applications */
const applicationRules: BodyRules = {
  type: applicationType,
  required: ["displayName"],
  writeOnly: [],
  readOnly: ["id", "appId", "applicationTemplateId", "createdDateTime", "publisherDomain"],
};

/** https://learn.microsoft.com/graph/api/serviceprincipal-post-serviceprincipals */
const servicePrincipalRules: BodyRules = {
  type: servicePrincipalType,
  required: ["appId"],
  writeOnly: [],
  readOnly: ["id", "appDisplayName", "applicationTemplateId", "servicePrincipalType"],
};

export const createApplication: Entry = {
  kind: "entity",
  type: applicationType,
  async handle({ db, body, clock }) {
    const content = await body();
    requireMembers(content, applicationRules);
    const members = { ...membersIn(content, applicationRules), displayName: textIn(content, "displayName") };
    return db.transaction().execute((transaction) => register(transaction, members, clock.now()));
  },
};

export const createServicePrincipal: Entry = {
  kind: "entity",
  type: servicePrincipalType,
  async handle({ db, body }) {
    const content = await body();
    requireMembers(content, servicePrincipalRules);
    const { appId: _, ...members } = membersIn(content, servicePrincipalRules);
    const appId = textIn(content, "appId");
    return db.transaction().execute(async (transaction) => {
      const application = await findApp(transaction, "applications", { appId });
      if (application === undefined) {
        throw directoryFault(
          `When using this permission, the backing application of the service principal being created must be in the local tenant: '${appId}'.`,
        );
      }
      if (await findApp(transaction, "service_principals", { appId })) {
        throw directoryFault(`The service principal cannot be created, because '${appId}' has one already.`);
      }
      return install(transaction, application, members);
    });
  },
};

/** Changes an app; the roles of an application are its service principal's, too. */
export const updateApplication: Entry = {
  kind: "nothing",
  async handle(call) {
    const changes = changesIn(await call.body(), applicationRules);
    await call.db.transaction().execute(async (transaction) => {
      const before = await appOf({ ...call, db: transaction }, "applications", "applicationId");
      await keepApp(transaction, "applications", { ...before, ...changes });
      const { appRoles } = changes;
      const installed = await findApp(transaction, "service_principals", { appId: before.appId });
      if (appRoles !== undefined && installed !== undefined) {
        await keepApp(transaction, "service_principals", { ...installed, appRoles });
      }
    });
  },
};

export const updateServicePrincipal: Entry = {
  kind: "nothing",
  async handle(call) {
    const rules = { ...servicePrincipalRules, readOnly: [...servicePrincipalRules.readOnly, "appId"] };
    const changes = changesIn(await call.body(), rules);
    await call.db.transaction().execute(async (transaction) => {
      const before = await appOf({ ...call, db: transaction }, "service_principals", "servicePrincipalId");
      await keepApp(transaction, "service_principals", { ...before, ...changes });
    });
  },
};

/**
 * For good, as the emulator keeps no deleted apps; and with its service principal, which is of the same tenant:
 * https://learn.microsoft.com/entra/identity/enterprise-apps/restore-application
 */
export const deleteApplication: Entry = {
  kind: "nothing",
  async handle(call) {
    await inTransaction(call, async (inside) => {
      const app = await appOf(inside, "applications", "applicationId");
      await deleteApp(inside.db, "applications", app);
      const installed = await findApp(inside.db, "service_principals", { appId: app.appId });
      if (installed !== undefined) await deleteApp(inside.db, "service_principals", installed);
    });
  },
};

export const deleteServicePrincipal: Entry = {
  kind: "nothing",
  async handle(call) {
    await inTransaction(call, async (inside) => {
      await deleteApp(inside.db, "service_principals", await appOf(inside, "service_principals", "servicePrincipalId"));
    });
  },
};

/** An app is never without a name. */
function changesIn(body: JsonObject, rules: BodyRules): JsonObject {
  if ("displayName" in body) textIn(body, "displayName");
  return membersIn(body, rules);
}

/** The app that a path names; 404 where there is none. */
export async function appOf(
  { db, param }: Pick<AnyCall, "db" | "param">,
  table: AppTable,
  parameter: string,
): Promise<App> {
  const app = await findApp(db, table, { id: param(parameter) });
  if (app === undefined) throw resourceNotFound(param(parameter));
  return app;
}
