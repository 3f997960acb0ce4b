/**
 * Takes an entity out of the envelopes that some pages print around a single one: `{ "value": { … } }`, and
 * `{ "value": [{ … }] }` for a look-up by an alternate key. The SDKs expect the bare entity.
 */
export function unwrapEntity<Entity extends object>(json: object): Entity {
  // An entity has only optional members, so any JSON object is one.
  const entity = json as Entity;
  if (!("value" in json)) return entity;
  const { value } = json;
  const inner: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return isObject(inner) ? (inner as Entity) : entity;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
