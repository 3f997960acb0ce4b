import { type DirectoryDefinition, parseFlags, type SynchronizationSchema } from "@graph-sync/core";
import { badRequest, resourceNotFound } from "../http/graph-fault.ts";
import { nextVersion } from "../job/schema-version.ts";
import { directoryDefinitionType } from "../odata/entity-type.ts";
import { attributesOf, readScimSchemas } from "../target/scim-schemas.ts";
import type { Built, Call } from "./handler.ts";
import { savedCredentialsOf } from "./saved-credentials.ts";
import { schemaAt, type SchemaPlace } from "./schema.ts";
import { jobSchema, templateSchema } from "./schema-places.ts";

export const listJobDirectories: Built<"jobs.schema.directories.list"> = {
  kind: "collection",
  type: directoryDefinitionType,
  handle: async (call) => ({ value: (await schemaAt(call.db, await jobSchema(call))).directories ?? [] }),
};

export const listTemplateDirectories: Built<"templates.schema.directories.list"> = {
  kind: "collection",
  type: directoryDefinitionType,
  handle: async (call) => ({ value: (await schemaAt(call.db, await templateSchema(call))).directories ?? [] }),
};

export const getJobDirectory: Built<"jobs.schema.directories.get"> = {
  kind: "entity",
  type: directoryDefinitionType,
  handle: async (call) => directoryIn(await schemaAt(call.db, await jobSchema(call)), call.param("directoryId")),
};

export const getTemplateDirectory: Built<"templates.schema.directories.get"> = {
  kind: "entity",
  type: directoryDefinitionType,
  handle: async (call) => directoryIn(await schemaAt(call.db, await templateSchema(call)), call.param("directoryId")),
};

export const discoverJobDirectory: Built<"jobs.schema.directories.discover"> = {
  kind: "entity",
  context: "microsoft.graph.directoryDefinition",
  handle: async (call) => discover(call, await jobSchema(call), call.param("directoryId")),
};

export const discoverTemplateDirectory: Built<"templates.schema.directories.discover"> = {
  kind: "entity",
  context: "microsoft.graph.directoryDefinition",
  handle: async (call) => discover(call, await templateSchema(call), call.param("directoryId")),
};

/**
 * Asks the target by SCIM which attributes it has, and adds to the schema those that are new; none is taken away.
 * https://learn.microsoft.com/graph/api/synchronization-directorydefinition-discover
 */
async function discover(
  call: Pick<Call<"jobs.schema.directories.discover">, "db" | "vault" | "clock" | "fetch" | "owner">,
  place: SchemaPlace,
  id: string,
): Promise<DirectoryDefinition> {
  const { discoverabilities, name } = directoryIn(await schemaAt(call.db, place), id);
  if (parseFlags(discoverabilities).length === 0) {
    throw badRequest(`The directory '${name ?? id}' cannot tell of its schema: its discoverabilities are None.`);
  }
  const schemas = await readScimSchemas(call.fetch, await savedCredentialsOf(call));
  return call.db.transaction().execute(async (transaction) => {
    const schema = await schemaAt(transaction, place);
    const before = directoryIn(schema, id);
    const found: DirectoryDefinition = {
      ...before,
      discoveryDateTime: new Date(call.clock.now()).toISOString(),
      objects: (before.objects ?? []).map((object) => {
        const attributes = object.attributes ?? [];
        const known = new Set(attributes.map((attribute) => attribute.name?.toLowerCase()));
        const added = attributesOf(object.name ?? "", schemas).filter(({ name }) => !known.has(name?.toLowerCase()));
        return { ...object, attributes: [...attributes, ...added] };
      }),
      version: crypto.randomUUID(),
    };
    const directories = (schema.directories ?? []).map((one) => (one.id === id ? found : one));
    await place.write(transaction, { ...schema, directories, version: nextVersion(schema.version) });
    return found;
  });
}

function directoryIn({ directories }: SynchronizationSchema, id: string): DirectoryDefinition {
  const directory = directories?.find((one) => one.id === id);
  if (directory === undefined) throw resourceNotFound(id);
  return directory;
}
