import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { scimTemplate } from "../seed/scim-template.ts";
import { templateRow } from "../seed/seed-rows.ts";
import { insertApp, type App } from "../store/apps.ts";
import { insertTemplate } from "../store/change-template.ts";

/** An app that was just made, in its two halves. */
export interface NewApp {
  readonly application: App;
  readonly servicePrincipal: App;
}

/** Registers an app with the one template that the emulator knows, and installs it. */
export async function instantiate(
  db: Kysely<Tables>,
  members: Omit<App, "id" | "appId"> & { readonly displayName: string },
  now: number,
): Promise<NewApp> {
  const application = await register(db, members, now);
  return { application, servicePrincipal: await install(db, application, {}) };
}

/** Registers an app: from then on jobs can be made by SCIM, once it is installed. */
export async function register(
  db: Kysely<Tables>,
  members: Omit<App, "id" | "appId"> & { readonly displayName: string },
  now: number,
): Promise<App> {
  const createdDateTime = new Date(now).toISOString();
  const app = { ...members, id: crypto.randomUUID(), appId: crypto.randomUUID(), createdDateTime };
  await insertApp(db, "applications", app);
  const template = scimTemplate(`Provisions users and groups to ${members.displayName} by SCIM 2.0.`);
  await insertTemplate(db, templateRow({ path: "template", members: { ...template } }, app.appId, 0));
  return app;
}

/** Installs a registered app in the tenant: its service principal. */
export async function install(
  db: Kysely<Tables>,
  application: App,
  members: Readonly<Record<string, unknown>>,
): Promise<App> {
  const { appId, displayName, applicationTemplateId } = application;
  const app = {
    accountEnabled: true,
    appDisplayName: displayName,
    appRoles: application["appRoles"] ?? [],
    applicationTemplateId: applicationTemplateId ?? null,
    servicePrincipalType: "Application",
    tags: ["WindowsAzureActiveDirectoryIntegratedApp"],
    ...members,
    id: crypto.randomUUID(),
    appId,
    displayName,
  };
  await insertApp(db, "service_principals", app);
  return app;
}
