import type { SynchronizationSchema } from "@graph-sync/core";
import { checkSchema } from "../model/check-schema.ts";
import { formatPath, isObject, mapStrings } from "../model/json.ts";
import { SchemaError } from "../schema-error.ts";
import { type Bindings, fill, keyOf } from "./placeholder.ts";

/** A schema for one tenant, and what it still lacks. */
export interface Rebound {
  /** The schema; where something is unbound its placeholder is still there, and `plan` refuses it. */
  readonly schema: SynchronizationSchema;
  /** Each placeholder without a value, once, with the places that need it. Empty: the schema is complete. */
  readonly unbound: readonly Unbound[];
}

/** A placeholder that no binding was given for. */
export interface Unbound {
  /** What to bind, as in `extension:costCenter`. */
  readonly key: string;
  /** Where it stands, as in `directories[1].id`. */
  readonly paths: readonly string[];
}

/**
 * Puts a tenant's own ids and names in the place of the placeholders. Take the bindings of a schema that is in that
 * tenant already, `toPortable(current).bindings`, and add by hand what it cannot know.
 * @throws SchemaError `not-a-schema`, `bad-option`
 */
export function fromPortable(portable: SynchronizationSchema, bindings: Bindings): Rebound {
  checkSchema(portable);
  if (!isObject(bindings)) throw new SchemaError("bad-option", "bindings", "must be an object of texts.");
  const missing = new Map<string, string[]>();
  const schema = mapStrings(portable, (text, path) =>
    fill(
      text,
      (key) => valueOf(bindings, key),
      (key) => {
        const paths = missing.get(key);
        const place = formatPath(path);
        if (paths === undefined) missing.set(key, [place]);
        else if (paths.at(-1) !== place) paths.push(place);
      },
    ),
  );
  checkSchema(schema);
  return { schema, unbound: [...missing].map(([key, paths]) => ({ key, paths })) };
}

function valueOf(bindings: Bindings, key: string): string | undefined {
  if (key === keyOf("tenantCompact")) return valueOf(bindings, keyOf("tenant"))?.replaceAll("-", "");
  // Bindings may come from a file, so only what is its own and text counts.
  const value: unknown = Object.hasOwn(bindings, key) ? bindings[key] : undefined;
  return typeof value === "string" ? value : undefined;
}
