import type { SynchronizationSchema } from "@graph-sync/core";
import { checkSchema } from "../model/check-schema.ts";
import { mapStrings } from "../model/json.ts";
import { type Bound, boundIn, extensionName, pathKey } from "./bound.ts";
import { type Bindings, keyOf, placeholder, protect } from "./placeholder.ts";

/** A schema without anything of its tenant, and what was taken out. */
export interface Portable {
  /** The schema with placeholders such as `{{directory:Salesforce}}`; for files, not for the service. */
  readonly schema: SynchronizationSchema;
  /** What stood in their places; `fromPortable` takes this back, or the bindings of another tenant's schema. */
  readonly bindings: Bindings;
}

/**
 * Puts placeholders in the place of what belongs to one tenant: the ids of the schema, its rules and directories, the
 * tenant's own id, `@odata.context`, and the names of directory extensions, also inside expressions.
 * @throws SchemaError `not-a-schema`
 * @example
 * const { schema } = toPortable(staging);
 * const { schema: mine, unbound } = fromPortable(schema, toPortable(production).bindings);
 */
export function toPortable(schema: SynchronizationSchema): Portable {
  checkSchema(schema);
  const bound = boundIn(schema);
  const taken = new Map<string, string>();
  if (bound.tenant !== undefined) taken.set(keyOf("tenant"), bound.tenant);
  const portable = mapStrings(schema, (text, path) => {
    const key = bound.ids.get(pathKey(path));
    return key === undefined || text === "" ? inText(text, bound, taken) : take(key, text, taken);
  });
  checkSchema(portable);
  return { schema: portable, bindings: Object.fromEntries(taken) };
}

function inText(text: string, { extensions, tenant }: Bound, taken: Map<string, string>): string {
  const named = protect(text).replace(extensionName, (whole) => {
    const key = extensions.get(whole);
    return key === undefined ? whole : take(key, whole, taken);
  });
  if (tenant === undefined) return named;
  const compact = tenant.replaceAll("-", "");
  return named
    .replaceAll(tenant, placeholder(keyOf("tenant")))
    .replaceAll(compact, placeholder(keyOf("tenantCompact")));
}

function take(key: string, value: string, taken: Map<string, string>): string {
  taken.set(key, value);
  return placeholder(key);
}
