import { type AttributeDefinition, type AttributeType, isJsonObject, type JsonObject } from "@graph-sync/core";
import { badRequest } from "../http/graph-fault.ts";
import { ask } from "./ask.ts";
import { authorization, targetUrl, type Credentials } from "./credentials.ts";

/**
 * The schemas that a target tells of: RFC 7644 §4, `GET /Schemas`.
 * @throws {GraphFault} 400 where it tells of none
 */
export async function readScimSchemas(
  fetch: typeof globalThis.fetch,
  credentials: Credentials,
): Promise<readonly JsonObject[]> {
  const url = targetUrl(credentials, "/Schemas");
  const headers = { ...authorization(credentials), accept: "application/scim+json" };
  const { status, json } = await ask(fetch, url, { method: "GET", headers });
  const list = isJsonObject(json) ? json["Resources"] : undefined;
  if (status !== 200 || !Array.isArray(list)) {
    throw badRequest(`GET ${url.origin}${url.pathname} was answered with ${status}, and with no list of SCIM schemas.`);
  }
  return list.filter(isJsonObject);
}

/**
 * The attributes that these schemas give to an object of a directory, by the names that mappings use. An object named
 * `urn:…:User` has those of every schema whose name ends so; the core ones have no prefix.
 */
export function attributesOf(objectName: string, schemas: readonly JsonObject[]): readonly AttributeDefinition[] {
  const kind = objectName.split(":").at(-1);
  return schemas.flatMap((schema) => {
    const id = textOf(schema, "id");
    if (id.split(":").at(-1) !== kind) return [];
    const prefix = id.startsWith("urn:ietf:params:scim:schemas:core:2.0:") ? "" : `${id}:`;
    return listOf(schema, "attributes").flatMap((attribute) => definitionsOf(attribute, prefix));
  });
}

/** A value of several parts becomes one attribute for each; one of many values becomes one for each of its types. */
function definitionsOf(attribute: JsonObject, prefix: string): readonly AttributeDefinition[] {
  const name = `${prefix}${textOf(attribute, "name")}`;
  const parts = listOf(attribute, "subAttributes");
  if (textOf(attribute, "type") !== "complex") return [definition(attribute, name)];
  if (attribute["multiValued"] !== true) {
    return parts.map((part) => definition(part, `${name}.${textOf(part, "name")}`));
  }
  const value = parts.find((part) => textOf(part, "name") === "value");
  const types = parts.find((part) => textOf(part, "name") === "type")?.["canonicalValues"];
  if (value === undefined) return [];
  if (!Array.isArray(types)) return [{ ...definition(value, name), multivalued: true }];
  return types
    .filter((type) => typeof type === "string")
    .map((type) => definition(value, `${name}[type eq ${JSON.stringify(type)}].value`));
}

function definition(attribute: JsonObject, name: string): AttributeDefinition {
  return {
    anchor: false,
    apiExpressions: [],
    caseExact: attribute["caseExact"] === true,
    defaultValue: null,
    flowNullValues: false,
    metadata: [],
    multivalued: attribute["multiValued"] === true,
    mutability: mutabilities.get(textOf(attribute, "mutability")) ?? "ReadWrite",
    name,
    referencedObjects: [],
    required: attribute["required"] === true,
    type: types.get(textOf(attribute, "type")) ?? "String",
  };
}

/** RFC 7643 §2.3; a decimal has no counterpart. */
const types: ReadonlyMap<string, AttributeType> = new Map([
  ["boolean", "Boolean"],
  ["integer", "Integer"],
  ["dateTime", "DateTime"],
  ["binary", "Binary"],
  ["reference", "Reference"],
]);

const mutabilities: ReadonlyMap<string, string> = new Map([
  ["readOnly", "ReadOnly"],
  ["immutable", "Immutable"],
  ["writeOnly", "WriteOnly"],
]);

function textOf(object: JsonObject, name: string): string {
  const value = object[name];
  return typeof value === "string" ? value : "";
}

function listOf(object: JsonObject, name: string): readonly JsonObject[] {
  const value = object[name];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
