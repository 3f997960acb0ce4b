import type { SynchronizationSchema } from "@graph-sync/core";
import { mapStrings } from "../model/json.ts";
import { keyOf } from "./placeholder.ts";

/** What in a schema belongs to one tenant: the ids of it, of its rules and directories, and the names of extensions. */
export interface Bound {
  /** The key for the text at a path, where the whole text is an id; by `pathKey`. */
  readonly ids: ReadonlyMap<string, string>;
  /** The key for a name of a directory extension, wherever it occurs. */
  readonly extensions: ReadonlyMap<string, string>;
  /** The tenant's id as a GUID, where the schema's id tells it. */
  readonly tenant: string | undefined;
}

/** The name of a directory extension: `extension_`, an appId without dashes, and the attribute's own name. */
export const extensionName: RegExp = /\bextension_([0-9a-fA-F]{32})_(\w+)/g;

export function boundIn(schema: SynchronizationSchema): Bound {
  const ids = new Map([
    [pathKey(["id"]), keyOf("schema")],
    [pathKey(["@odata.context"]), keyOf("context")],
    ...keysOf("rule", "synchronizationRules", schema.synchronizationRules ?? []),
    ...keysOf("directory", "directories", schema.directories ?? []),
  ]);
  return { ids, extensions: extensionKeys(schema), tenant: tenantOf(schema.id) };
}

export const pathKey = (path: readonly (string | number)[]): string => path.join("/");

interface Identified {
  readonly id?: string | null;
  readonly name?: string | null;
}

function keysOf(
  kind: "rule" | "directory",
  list: string,
  things: readonly Identified[],
): readonly (readonly [string, string])[] {
  const times = new Map<string, number>();
  for (const { name } of things) times.set(name ?? "", (times.get(name ?? "") ?? 0) + 1);
  return things.map(({ id, name }, index) => {
    const alone = typeof name === "string" && name !== "" && times.get(name) === 1;
    return [pathKey([list, index, "id"]), keyOf(kind, name ?? "", alone ? undefined : (id ?? ""))];
  });
}

/** Two apps may have registered the same name; then the appId tells them apart, and no other tenant can bind it. */
function extensionKeys(schema: SynchronizationSchema): ReadonlyMap<string, string> {
  const owners = new Map<string, Map<string, string>>();
  mapStrings(schema, (text) => {
    for (const [whole, app = "", name = ""] of text.matchAll(extensionName)) {
      const apps = owners.get(name) ?? new Map<string, string>();
      owners.set(name, apps.set(app, whole));
    }
    return text;
  });
  return new Map(
    [...owners].flatMap(([name, apps]) =>
      [...apps].map(([app, whole]) => [whole, keyOf("extension", name, apps.size === 1 ? undefined : app)] as const),
    ),
  );
}

/** The schema of a job has the job's id: template, tenant without dashes, and in newer jobs a GUID. */
function tenantOf(id: string | undefined): string | undefined {
  const digits = /\.([0-9a-f]{32})(?:\.|$)/.exec(id ?? "")?.[1];
  return digits?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
