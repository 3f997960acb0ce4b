import type { JsonObject } from "@graph-sync/core";
import { inTransaction } from "../database/in-transaction.ts";
import { badRequest, conflict, resourceNotFound } from "../http/graph-fault.ts";
import { templateType } from "../odata/entity-type.ts";
import { deleteTemplateRow, insertTemplate, replaceTemplate, type TemplateColumns } from "../store/change-template.ts";
import { defaultSchemaOf, findTemplateSchema } from "../store/template-schemas.ts";
import { findTemplate, templatesOf } from "../store/templates.ts";
import { booleanIfIn, objectIfIn, objectsIfIn, textIfIn, textIn, withoutAnnotations } from "./body-members.ts";
import type { Built } from "./handler.ts";
import { replaceSchemaIn, schemaFrom } from "./schema.ts";
import { templateSchema } from "./schema-places.ts";

export const listTemplates: Built<"templates.list"> = {
  kind: "collection",
  type: templateType,
  async handle({ db, owner, expand }) {
    const { appId } = await owner();
    return { value: await templatesOf(db, appId, { schema: expand.has("schema") }) };
  },
};

export const getTemplate: Built<"templates.get"> = {
  kind: "entity",
  type: templateType,
  async handle({ db, owner, expand, param }) {
    const { appId } = await owner();
    const template = await findTemplate(db, appId, param("templateId"), { schema: expand.has("schema") });
    if (template === undefined) throw resourceNotFound(param("templateId"));
    return template;
  },
};

/** Without a schema it gets the one that templates with its factory tag have. */
export const createTemplate: Built<"templates.create"> = {
  kind: "entity",
  type: templateType,
  async handle(call) {
    await call.owner();
    const content = await call.body();
    const id = textIn(content, "id");
    textIn(content, "applicationId");
    const factoryTag = textIn(content, "factoryTag");
    const own = objectIfIn(content, "schema");
    return inTransaction(call, async ({ db, owner }) => {
      const { appId } = await owner();
      if (await findTemplateSchema(db, appId, id)) {
        throw conflict(`The app has a synchronization template '${id}' already.`);
      }
      const factory = await defaultSchemaOf(db, factoryTag);
      const schema = own === undefined ? factory : JSON.stringify(schemaFrom(own));
      if (schema === undefined)
        throw badRequest(`No schema is known for the factoryTag '${factoryTag}'. Give a schema.`);
      const columns = columnsFrom(content, appId);
      await insertTemplate(db, { app_id: appId, id, ...columns, schema, default_schema: factory ?? schema });
      const template = await findTemplate(db, appId, id, { schema: false });
      if (template === undefined) throw resourceNotFound(id);
      return template;
    });
  },
};

/** What is left out is erased; but the schema, which is no property, stays where none is given. */
export const updateTemplate: Built<"templates.update"> = {
  kind: "nothing",
  async handle(call) {
    const { appId } = await call.owner();
    const id = call.param("templateId");
    const content = await call.body();
    const sameId = textIfIn(content, "id") ?? id;
    if (sameId !== id) throw badRequest(`The id of a template cannot be changed: it is '${id}'.`);
    const schema = objectIfIn(content, "schema");
    const columns = columnsFrom(content, appId);
    const place = await templateSchema(call);
    await inTransaction(call, async ({ db }) => {
      if (!(await replaceTemplate(db, appId, id, columns))) throw resourceNotFound(id);
      if (schema !== undefined) await replaceSchemaIn(db, place, schemaFrom(schema));
    });
  },
};

export const deleteTemplate: Built<"templates.delete"> = {
  kind: "nothing",
  async handle({ db, owner, param }) {
    const { appId } = await owner();
    const id = param("templateId");
    const found = await db.transaction().execute((transaction) => deleteTemplateRow(transaction, appId, id));
    if (!found) throw resourceNotFound(id);
  },
};

const known: ReadonlySet<string> = new Set([...templateType.properties, ...templateType.expandable]);

function columnsFrom(body: JsonObject, appId: string): TemplateColumns {
  const extra = Object.entries(withoutAnnotations(body)).filter(([name]) => !known.has(name));
  const metadata = objectsIfIn(body, "metadata");
  return {
    application_id: textIfIn(body, "applicationId") ?? appId,
    factory_tag: textIfIn(body, "factoryTag") ?? null,
    description: textIfIn(body, "description") ?? null,
    is_default: flag(booleanIfIn(body, "default")),
    discoverable: flag(booleanIfIn(body, "discoverable")),
    metadata: metadata === undefined ? null : JSON.stringify(metadata),
    extra: JSON.stringify(Object.fromEntries(extra)),
  };
}

function flag(value: boolean | undefined): number | null {
  return value === undefined ? null : Number(value);
}
