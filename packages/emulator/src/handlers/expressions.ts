import { functions, filterOperators } from "@graph-sync/expressions";
import { toParseExpressionResponse, type ExpressionInputObject } from "@graph-sync/expressions/service";
import {
  type AttributeMappingFunctionSchema,
  type FilterOperatorSchema,
  type JsonObject,
  type ParseExpressionResponse,
  systemHost,
} from "@graph-sync/core";
import { defaultDomain } from "../tenant.ts";
import { objectIfIn, objectsIfIn, textIfIn, textIn } from "./body-members.ts";
import type { Built, Call } from "./handler.ts";
import type { SchemaPlace } from "./schema.ts";
import { jobSchema, templateSchema } from "./schema-places.ts";

/** The functions that the service is known to list; it names them by `name`, which the metadata does not have. */
const functionSchemas: readonly AttributeMappingFunctionSchema[] = functions.flatMap(({ name, graphParameters }) =>
  graphParameters === undefined
    ? []
    : [
        {
          name,
          parameters: graphParameters.map((parameter) => ({
            allowMultipleOccurrences: parameter.repeating,
            name: parameter.name,
            required: parameter.required,
            type: parameter.type,
          })),
        },
      ],
);

/** The operators that the service is known to list. */
const operatorSchemas: readonly FilterOperatorSchema[] = filterOperators
  .filter(({ evidence }) => evidence === "graph")
  .map(({ evidence: _, ...operator }) => operator);

export const jobFunctions: Built<"jobs.schema.functions"> = {
  kind: "collection",
  context: "functions",
  handle: async (call) => known(call, await jobSchema(call), functionSchemas),
};

export const templateFunctions: Built<"templates.schema.functions"> = {
  kind: "collection",
  context: "functions",
  handle: async (call) => known(call, await templateSchema(call), functionSchemas),
};

export const jobFilterOperators: Built<"jobs.schema.filterOperators"> = {
  kind: "collection",
  context: "filterOperators",
  handle: async (call) => known(call, await jobSchema(call), operatorSchemas),
};

export const templateFilterOperators: Built<"templates.schema.filterOperators"> = {
  kind: "collection",
  context: "filterOperators",
  handle: async (call) => known(call, await templateSchema(call), operatorSchemas),
};

export const parseJobExpression: Built<"jobs.schema.parseExpression"> = {
  kind: "entity",
  context: "microsoft.graph.parseExpressionResponse",
  handle: async (call) => tried(call, await jobSchema(call)),
};

export const parseTemplateExpression: Built<"templates.schema.parseExpression"> = {
  kind: "entity",
  context: "microsoft.graph.parseExpressionResponse",
  handle: async (call) => tried(call, await templateSchema(call)),
};

/** The same of every schema; but the job or the template must be there. */
async function known<Item>(
  { db }: Pick<Call<"jobs.get">, "db">,
  place: SchemaPlace,
  value: readonly Item[],
): Promise<{ readonly value: readonly Item[] }> {
  await place.read(db);
  return { value };
}

async function tried(
  call: Pick<Call<"jobs.schema.parseExpression">, "db" | "clock" | "body">,
  place: SchemaPlace,
): Promise<ParseExpressionResponse> {
  await place.read(call.db);
  const body = await call.body();
  objectIfIn(body, "targetAttributeDefinition");
  const input = objectIfIn(body, "testInputObject");
  const options = { clock: call.clock, random: systemHost.random, defaultDomain };
  return toParseExpressionResponse(textIn(body, "expression"), input && inputIn(input), options);
}

function inputIn(input: JsonObject): ExpressionInputObject {
  const properties = objectsIfIn(input, "properties") ?? [];
  return {
    properties: properties.map((property) => ({ key: textIfIn(property, "key") ?? null, value: property["value"] })),
  };
}
