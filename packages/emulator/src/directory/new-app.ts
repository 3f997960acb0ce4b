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

/**
 * The roles that an app of one's own has from the start; people are assigned to the first, by this id in every tenant.
 * https://learn.microsoft.com/graph/tutorial-configure-entra-private-access
 */
const appRoles: readonly object[] = [
  ["User", "18d14569-c3bd-439b-9a66-3a2aee01d14f"],
  ["msiam_access", "b9632174-c057-4f7e-951b-be3adc52bfe6"],
].map(([name, id]) => ({
  allowedMemberTypes: ["User"],
  description: name,
  displayName: name,
  id,
  isEnabled: true,
  origin: "Application",
  value: null,
}));

const tags: readonly string[] = [
  "WindowsAzureActiveDirectoryCustomSingleSignOnApplication",
  "WindowsAzureActiveDirectoryIntegratedApp",
];

/** Registers an app with the one template that the emulator knows, and installs it. */
export async function instantiate(
  db: Kysely<Tables>,
  members: Omit<App, "id" | "appId"> & { readonly displayName: string },
  now: number,
): Promise<NewApp> {
  const application = await register(db, { appRoles, ...members }, now);
  return { application, servicePrincipal: await install(db, application, { tags }) };
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
