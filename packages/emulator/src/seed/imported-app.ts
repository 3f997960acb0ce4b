import { neverRun } from "../job/never-run.ts";
import type { SeedApp } from "./seed-app.ts";
import { objectsIn, refuseMisfit, type SeedObject } from "./seed-document.ts";

/** The app that a document gets which is not a whole tenant. */
const imported = {
  applicationId: "5eed0001-0000-4000-8000-000000000000",
  appId: "5eed0002-0000-4000-8000-000000000000",
  servicePrincipalId: "5eed0003-0000-4000-8000-000000000000",
  displayName: "Imported app",
  templates: [],
  jobs: [],
  secrets: [],
} as const satisfies SeedApp;

/** The answer of `GET …/synchronization/jobs`: one app with these jobs, under the object id that the answer is from. */
export function importedJobs(document: SeedObject): SeedApp {
  return { ...imported, ...rootOf(document.members["@odata.context"]), jobs: objectsIn(document, "value") };
}

/**
 * A schema as the portal exports it: a template with this schema and a job made from that template, which has not run.
 * The job's id is the schema's, as on the service.
 */
export function importedSchema(document: SeedObject): SeedApp {
  refuseMisfit(document);
  const templateId = "imported";
  const id = document.members["id"] ?? `${templateId}.5eed0004000040008000000000000000`;
  const template = { id: templateId, default: true, discoverable: true, schema: document.members };
  return {
    ...imported,
    templates: [{ path: document.path, members: template }],
    jobs: [{ path: document.path, members: { id, templateId, ...neverRun } }],
  };
}

/** The id in `…/$metadata#servicePrincipals('id')/synchronization/jobs`; a GET through an application names that one. */
function rootOf(context: unknown): Partial<Pick<SeedApp, "applicationId" | "servicePrincipalId">> {
  if (typeof context !== "string") return {};
  const groups = /#(?<root>servicePrincipals|applications)\('(?<id>[0-9a-f-]{36})'\)\/synchronization\/jobs/iu.exec(
    context,
  )?.groups;
  const id = groups?.["id"]?.toLowerCase();
  if (id === undefined) return {};
  return groups?.["root"] === "applications" ? { applicationId: id } : { servicePrincipalId: id };
}
