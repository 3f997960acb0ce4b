import type { SeedApp } from "./seed-app.ts";
import { guidIn, knowOnly, objectIn, objectsIn, textIn, type SeedObject } from "./seed-document.ts";

/** The apps of a `TenantSeed`. */
export function tenantApps(document: SeedObject): readonly SeedApp[] {
  knowOnly(document, ["applications", "users", "groups"]);
  return objectsIn(document, "applications").map((app) => {
    knowOnly(app, ["id", "appId", "displayName", "servicePrincipal", "synchronization"]);
    const servicePrincipal = objectIn(app, "servicePrincipal");
    knowOnly(servicePrincipal, ["id"]);
    return {
      applicationId: guidIn(app, "id"),
      appId: guidIn(app, "appId"),
      displayName: textIn(app, "displayName"),
      servicePrincipalId: guidIn(servicePrincipal, "id"),
      ...contentsOf(app),
    };
  });
}

function contentsOf(app: SeedObject): Pick<SeedApp, "templates" | "jobs" | "secrets"> {
  if (app.members["synchronization"] === undefined) return { templates: [], jobs: [], secrets: [] };
  const synchronization = objectIn(app, "synchronization");
  return {
    templates: objectsIn(synchronization, "templates"),
    jobs: objectsIn(synchronization, "jobs"),
    secrets: objectsIn(synchronization, "secrets"),
  };
}
