import { importedJobs, importedSchema } from "./imported-app.ts";
import { jsonSeed } from "./json-seed.ts";
import type { SeedApp } from "./seed-app.ts";
import { badSeed, objectAt, refuseRepeated, type SeedObject } from "./seed-document.ts";
import { jobRow, secretRow, templateRow, type SeedRows } from "./seed-rows.ts";
import { tenantApps } from "./tenant-apps.ts";
import { type SeedDirectory, tenantDirectory } from "./tenant-directory.ts";

/** Reads a seed in any of its forms. The first thing that cannot be used is refused, by its place in the document. */
export function readSeed(seed: object): SeedRows {
  const document = objectAt(jsonSeed(seed), "seed");
  const apps = appsOf(document);
  const rows: SeedRows = {
    applications: apps.map((app) => ({
      id: app.applicationId,
      app_id: app.appId,
      display_name: app.displayName,
      document: null,
    })),
    servicePrincipals: apps.map((app) => ({
      id: app.servicePrincipalId,
      app_id: app.appId,
      display_name: app.displayName,
      document: null,
    })),
    templates: apps.flatMap((app) => app.templates.map((item, index) => templateRow(item, app.appId, index))),
    jobs: apps.flatMap((app) => app.jobs.map((item, index) => jobRow(item, app.servicePrincipalId, index))),
    secrets: apps.flatMap((app) => app.secrets.map((item, index) => secretRow(item, app.servicePrincipalId, index))),
    ...directoryOf(document, apps),
  };
  refuseRepeated("application id", rows.applications, (row) => row.id);
  refuseRepeated("appId", rows.applications, (row) => row.app_id);
  refuseRepeated("service principal id", rows.servicePrincipals, (row) => row.id);
  refuseRepeated("template of an app", rows.templates, (row) => `${row.app_id} ${row.id}`);
  refuseRepeated("job id", rows.jobs, (row) => row.id);
  refuseRepeated("secret of a service principal", rows.secrets, (row) => `${row.service_principal_id} ${row.key}`);
  refuseRepeated(
    "id of a user, group or service principal",
    [...rows.servicePrincipals, ...rows.directoryObjects],
    (row) => row.id,
  );
  return rows;
}

function appsOf(document: SeedObject): readonly SeedApp[] {
  if ("applications" in document.members) return tenantApps(document);
  if ("value" in document.members) return [importedJobs(document)];
  if ("synchronizationRules" in document.members) return [importedSchema(document)];
  throw badSeed(
    document.path,
    'is none of the forms that are known: { "applications": […] }, the answer of GET …/synchronization/jobs ({ "value": […] }), or an exported schema ({ "synchronizationRules": […], … })',
  );
}

/** The other forms hold one app and nothing else. */
function directoryOf(document: SeedObject, apps: readonly SeedApp[]): SeedDirectory {
  if (!("applications" in document.members)) return { directoryObjects: [], directoryLinks: [] };
  return tenantDirectory(
    document,
    apps.map(({ servicePrincipalId }) => servicePrincipalId),
  );
}
