import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { findApp } from "../store/apps.ts";
import { findDirectoryObject } from "../store/directory-objects.ts";

/** A user, a group or a service principal, with its type as OData says it. */
export type AnyObject = Readonly<Record<string, unknown>> & { readonly id: string; readonly "@odata.type": string };

/** An object of the directory by its id, whatever it is. */
export async function findAnyObject(db: Kysely<Tables>, id: string): Promise<AnyObject | undefined> {
  for (const kind of ["user", "group"] as const) {
    const object = await findDirectoryObject(db, kind, id);
    if (object !== undefined) return { "@odata.type": `#microsoft.graph.${kind}`, ...object };
  }
  const app = await findApp(db, "service_principals", { id });
  return app && { "@odata.type": "#microsoft.graph.servicePrincipal", ...app };
}
