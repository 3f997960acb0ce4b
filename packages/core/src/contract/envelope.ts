import { isJsonObject } from "../wire/json.ts";
import { TransportError } from "../errors/transport-error.ts";

/**
 * Takes an entity out of the envelopes that some pages print around a single one: `{ "value": { … } }`, and
 * `{ "value": [{ … }] }` for a look-up by an alternate key. The SDKs expect the bare entity.
 * @throws TransportError `protocol` for an empty list, which is no entity
 */
export function unwrapEntity<Entity extends object>(json: object): Entity {
  // An entity has only optional members, so any JSON object is one.
  const entity = json as Entity;
  if (!("value" in json)) return entity;
  const { value } = json;
  const inner: unknown = Array.isArray(value) ? value[0] : value;
  if (isJsonObject(inner)) return inner as Entity;
  if (!Array.isArray(value)) return entity;
  throw new TransportError('The answer is a list without an entity in it: {"value":[]}.', {
    code: "ERR_BODY",
  });
}
